package dev.envproof.junit;

import dev.envproof.report.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the real suites over a run that is over, and notes what JUnit shows. */
final class Launch implements TestExecutionListener {
    private final List<Shown> shown = new ArrayList<>();

    /**
     * A test, or a class that failed before its tests.
     *
     * @param suite the simple name of its class
     * @param failure the failure's message and type, where it failed
     */
    record Shown(String suite, String name, Optional<Throwable> failure) {
        String message() {
            return failure.map(Throwable::getMessage).orElse("");
        }
    }

    static List<Shown> over(Outcome outcome) {
        return over(VerifiedRun.of(outcome));
    }

    static List<Shown> over(VerifiedRun run) {
        return over(run, DiscoverySelectors.selectPackage("dev.envproof.suites"));
    }

    static List<Shown> over(VerifiedRun run, DiscoverySelector suites) {
        Launch launch = new Launch();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        try (LauncherSession session = LauncherFactory.openSession(alone)) {
            session.getStore().put(Namespace.create(VerifiedRun.NAMESPACE.getParts()), VerifiedRun.class, run);
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(suites)
                                    .build(),
                            launch);
        }
        return List.copyOf(launch.shown);
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        if (identifier.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
            shown.add(new Shown(suite(identifier), identifier.getDisplayName(), result.getThrowable()));
        }
    }

    private static String suite(TestIdentifier identifier) {
        String type = identifier
                .getSource()
                .map(source -> source instanceof MethodSource method
                        ? method.getClassName()
                        : source instanceof ClassSource container ? container.getClassName() : "")
                .orElse("");
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
