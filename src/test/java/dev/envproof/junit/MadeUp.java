package dev.envproof.junit;

import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Together;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Findings of every rule, on one day of the past. */
public final class MadeUp {
    private static final Instant STARTED = Instant.parse("2026-01-31T23:59:59Z");
    private static final LocalDate DAY = LocalDate.parse("2026-01-31");
    private static final List<Subject> ENVIRONMENTS =
            List.of(Subject.of("development"), Subject.of("production"), Subject.of("staging"));
    private static final List<Subject> PAIRS =
            List.of(Subject.of("production", "staging"), Subject.of("staging", "production"));

    private MadeUp() {}

    /** Every rule for every subject: held, broken, inconclusive and waived in turn; the waiver's last day is today. */
    public static List<Finding> everyRule() {
        List<Finding> findings = new ArrayList<>();
        for (Rule<?> rule : Rules.all()) {
            for (Subject subject : rule instanceof Rule.OfPair<?> ? PAIRS : ENVIRONMENTS) {
                findings.add(finding(rule, subject, findings.size() % 4));
            }
        }
        return findings;
    }

    public static List<Finding> held(String family) {
        return Rules.all().stream()
                .filter(rule -> rule.card().id().startsWith(family + "/"))
                .map(rule -> finding(rule, Subject.of("staging"), 0))
                .toList();
    }

    public static Suite suite(Severity mildest) {
        return new Suite("mine", Set.of(), Set.of(), 1, EnumSet.range(Severity.CRITICAL, mildest), List.of());
    }

    /** A run over two systems, each with an outcome of its own. */
    public static Outcome together(List<Finding> shop, List<Finding> store, Suite suite) {
        return Together.of(List.of(outcome("shop", shop, suite), outcome("store", store, suite)), suite);
    }

    public static Outcome outcome(List<Finding> findings, Suite suite) {
        return outcome("made-up", findings, suite);
    }

    public static Outcome outcome(String system, List<Finding> findings, Suite suite) {
        List<String> environments = findings.stream()
                .map(finding -> finding.subject().environment())
                .distinct()
                .toList();
        Findings all = new Findings(system, environments, findings, List.of(), List.of(), Duration.ofSeconds(1));
        return new Outcome(
                all,
                suite,
                Gate.decide(all, suite, DAY),
                List.of(),
                "remote",
                List.of(),
                STARTED,
                Duration.ofSeconds(1));
    }

    private static Finding finding(Rule<?> rule, Subject subject, int kind) {
        Verdict verdict = switch (kind) {
            case 0 -> Verdict.held("what is meant");
            case 1 -> Verdict.inconclusive("CONNECT: Connection refused");
            default -> Verdict.broken("what is meant", "something else");
        };
        Optional<Waiver> waiver = kind == 3
                ? Optional.of(new Waiver(rule.card().id(), Optional.empty(), "jo", "a new front end", DAY))
                : Optional.empty();
        return new Finding(subject, rule.card(), verdict, waiver);
    }
}
