package dev.envproof.junit;

import dev.envproof.report.Gate;
import dev.envproof.run.Complaint;
import dev.envproof.run.Defect;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.suite.Subject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one run that all suites of a JUnit launch present; started by the first that asks, closed with the launch. One
 * that could not start is not tried again by the next class.
 */
final class VerifiedRun implements AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(VerifiedRun.class);
    private final Optional<Run> run;
    private final String complaint;
    private final AtomicBoolean told = new AtomicBoolean();

    private VerifiedRun() {
        Optional<Run> started = Optional.empty();
        String reason = "";
        try {
            started = Optional.of(Run.start(Flags.ofSystemProperties(), System.getenv(), System.out::println));
            started.map(Run::outcome).ifPresent(AllureSummary::write);
        } catch (RuntimeException failed) {
            reason = Complaint.of(failed)
                    .orElseGet(() -> "a defect of envproof itself; please report it:\n"
                            + String.join("\n", Defect.lines(failed)));
        }
        this.run = started;
        this.complaint = reason;
    }

    static VerifiedRun in(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(VerifiedRun.class, key -> new VerifiedRun(), VerifiedRun.class);
    }

    /** @throws NothingVerified where the run could not start; the first to ask is told why */
    Run run() {
        return run.orElseThrow(
                () -> new NothingVerified(told.getAndSet(true) ? "another class of this launch says why" : complaint));
    }

    Stream<Presented> presented(String family, Subject subject) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return run().findings().of(family).stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(finding -> new Presented(finding, Gate.closes(finding, run().suite(), today)));
    }

    @Override
    public void close() {
        run.ifPresent(Run::close);
    }
}
