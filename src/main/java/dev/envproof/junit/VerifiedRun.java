package dev.envproof.junit;

import dev.envproof.report.Gate;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one run that all suites of a JUnit launch present; started by the first that asks, closed with the launch. */
final class VerifiedRun implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(VerifiedRun.class);
    private final Run run;

    private VerifiedRun() {
        this.run = Run.start(Flags.ofSystemProperties(), System.getenv(), System.out::println);
    }

    static VerifiedRun in(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(VerifiedRun.class, key -> new VerifiedRun(), VerifiedRun.class);
    }

    Findings findings() {
        return run.findings();
    }

    Gate gate() {
        return run.gate();
    }

    Stream<Presented> presented(String family, Subject subject) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return run.findings().of(family).stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(finding -> new Presented(finding, Gate.closes(finding, run.suite(), today)));
    }

    @Override
    public void close() {
        run.close();
    }
}
