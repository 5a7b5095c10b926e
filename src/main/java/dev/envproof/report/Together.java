package dev.envproof.report;

import dev.envproof.environment.QualifiedName;
import dev.envproof.history.Past;
import dev.envproof.report.Outcome.TargetLine;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Several systems' outcomes as that of one run: each environment is called by its system too, and there is one gate. */
public final class Together {
    private final Suite suite;
    private final LocalDate today;

    private Together(Suite suite, LocalDate today) {
        this.suite = suite;
        this.today = today;
    }

    /**
     * @param outcomes of two systems or more, verified one after the other
     * @param suite as its file has it, with the waivers of every system
     */
    public static Outcome of(List<Outcome> outcomes, Suite suite) {
        Outcome first = outcomes.get(0);
        Outcome last = outcomes.get(outcomes.size() - 1);
        LocalDate today = LocalDate.ofInstant(first.started(), ZoneOffset.UTC);
        Together together = new Together(suite, today);
        Findings findings = together.findings(outcomes);
        Gate gate = Gate.decide(findings, suite, today).and(together.furtherReasons(outcomes));
        return new Outcome(
                findings,
                suite,
                gate,
                flat(
                        outcomes,
                        it -> it.targets().stream()
                                .map(line -> new TargetLine(name(it, line.environment()), line.address()))),
                outcomes.stream()
                        .flatMap(it -> Arrays.stream(it.engine().split(" and ", -1)))
                        .collect(Collectors.toCollection(TreeSet::new))
                        .stream()
                        .collect(Collectors.joining(" and ")),
                flat(outcomes, it -> it.deviations().stream()),
                first.started(),
                Duration.between(first.started(), end(last)),
                List.of(),
                Optional.empty(),
                new Watch(
                        flat(outcomes, it -> it.watch().alerts().stream().map(alert -> alert(it, alert))),
                        Past.EMPTY,
                        List.of(),
                        flat(outcomes, it -> it.watch().notes().stream())));
    }

    private Findings findings(List<Outcome> outcomes) {
        return new Findings(
                outcomes.stream().map(it -> it.findings().system()).collect(Collectors.joining(",")),
                flat(outcomes, it -> it.findings().environments().stream().map(name -> name(it, name))),
                flat(outcomes, it -> it.findings().findings().stream().map(finding -> finding(it, finding))),
                flat(
                        outcomes,
                        it -> it.findings().notApplicable().stream()
                                .map(rule -> new NotApplicable(subject(it, rule.subject()), rule.card(), rule.why()))),
                flat(
                        outcomes,
                        it -> it.findings().leftBehind().stream()
                                .map(sentence -> it.findings().system() + ": " + sentence)),
                outcomes.stream().map(it -> it.findings().took()).reduce(Duration.ZERO, Duration::plus));
    }

    /** What closed a gate beside its findings: a version that did not come, a fault that was not found. */
    private List<String> furtherReasons(List<Outcome> outcomes) {
        return flat(
                outcomes,
                it -> it.gate().reasons().stream()
                        .filter(reason -> !Gate.decide(it.findings(), it.suite(), today)
                                .reasons()
                                .contains(reason))
                        .map(reason -> it.findings().system() + ": " + reason));
    }

    private Finding finding(Outcome of, Finding finding) {
        Subject subject = subject(of, finding.subject());
        return new Finding(
                subject,
                finding.card(),
                finding.verdict(),
                finding.waiver().flatMap(waiver -> suite.inForce(today).waiver(finding.rule(), subject)));
    }

    private static Alert alert(Outcome of, Alert alert) {
        return new Alert(alert.kind(), name(of, alert.environment()), alert.service(), alert.says());
    }

    private static Subject subject(Outcome of, Subject subject) {
        return new Subject(name(of, subject.environment()), subject.other().map(other -> name(of, other)));
    }

    private static String name(Outcome of, String environment) {
        return QualifiedName.in(of.findings().system(), environment);
    }

    private static Instant end(Outcome outcome) {
        return outcome.started().plus(outcome.took());
    }

    private static <T> List<T> flat(List<Outcome> outcomes, Function<Outcome, Stream<T>> part) {
        return outcomes.stream().flatMap(part).toList();
    }
}
