package dev.envproof.junit;

import dev.envproof.environment.Target;
import dev.envproof.report.Outcome;
import dev.envproof.run.Complaint;
import dev.envproof.run.Defect;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Waiver;
import java.util.List;
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
    private final List<Target> targets;
    private final String complaint;
    private final Runnable end;
    private final AtomicBoolean told = new AtomicBoolean();

    private VerifiedRun(Optional<Outcome> outcome, List<Target> targets, String complaint, Runnable end) {
        this.outcome = outcome;
        this.targets = targets;
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
        return new VerifiedRun(Optional.of(outcome), List.of(), "", () -> {});
    }

    /** One that could not start. */
    static VerifiedRun failed(String complaint) {
        return new VerifiedRun(Optional.empty(), List.of(), complaint, () -> {});
    }

    private static VerifiedRun started() {
        try {
            Run run = Run.start(Flags.ofSystemProperties(), System.getenv(), System.out::println);
            AllureSummary.write(run.outcome());
            return new VerifiedRun(Optional.of(run.outcome()), run.targets(), "", run::close);
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

    /** Those of a family, or of every one. */
    Stream<Finding> findings(String family) {
        return outcome().findings().findings().stream()
                .filter(finding -> family.equals(FamilyOf.EVERY) || family.equals(finding.family()));
    }

    /** The selected environments, as they can be reached while the launch lasts. */
    List<Target> targets() {
        outcome();
        return targets;
    }

    Stream<Presented> presented(String family, Subject subject) {
        return findings(family)
                .filter(finding -> finding.subject().equals(subject))
                .map(finding -> new Presented(finding, outcome().closes(finding), owner(finding)));
    }

    private Optional<String> owner(Finding finding) {
        return outcome()
                .suite()
                .owners()
                .of(finding.rule())
                .or(() -> finding.waiver().map(Waiver::owner));
    }

    @Override
    public void close() {
        end.run();
    }
}
