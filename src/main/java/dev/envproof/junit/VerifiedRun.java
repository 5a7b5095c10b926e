package dev.envproof.junit;

import dev.envproof.report.Outcome;
import dev.envproof.run.Complaint;
import dev.envproof.run.Defect;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.suite.Subject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one run that all suites of a JUnit launch present; started by the first that asks, closed with the launch. One
 * that could not start is not tried again by the next class.
 */
final class VerifiedRun implements AutoCloseable {
    static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(VerifiedRun.class);
    private final Optional<Outcome> outcome;
    private final String complaint;
    private final Runnable end;
    private final AtomicBoolean told = new AtomicBoolean();

    private VerifiedRun(Optional<Outcome> outcome, String complaint, Runnable end) {
        this.outcome = outcome;
        this.complaint = complaint;
        this.end = end;
    }

    static VerifiedRun in(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(VerifiedRun.class, key -> started(), VerifiedRun.class);
    }

    /** One that is over. */
    static VerifiedRun of(Outcome outcome) {
        return new VerifiedRun(Optional.of(outcome), "", () -> {});
    }

    /** One that could not start. */
    static VerifiedRun failed(String complaint) {
        return new VerifiedRun(Optional.empty(), complaint, () -> {});
    }

    private static VerifiedRun started() {
        try {
            Run run = Run.start(Flags.ofSystemProperties(), System.getenv(), System.out::println);
            AllureSummary.write(run.outcome());
            return new VerifiedRun(Optional.of(run.outcome()), "", run::close);
        } catch (RuntimeException failed) {
            return failed(Complaint.of(failed)
                    .orElseGet(() -> "a defect of envproof itself; please report it:\n"
                            + String.join("\n", Defect.lines(failed))));
        }
    }

    /** @throws NothingVerified where the run could not start; the first to ask is told why */
    Outcome outcome() {
        return outcome.orElseThrow(
                () -> new NothingVerified(told.getAndSet(true) ? "another class of this launch says why" : complaint));
    }

    Stream<Presented> presented(String family, Subject subject) {
        return outcome().findings().of(family).stream()
                .filter(finding -> finding.subject().equals(subject))
                .map(finding -> new Presented(finding, outcome().closes(finding)));
    }

    @Override
    public void close() {
        end.run();
    }
}
