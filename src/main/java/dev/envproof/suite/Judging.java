package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.VisibleText;
import dev.envproof.probe.Seen;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Applies rules to what was seen; says of each rule that does not apply why it does not. */
final class Judging {
    /** In characters; a person reads no more of one line. */
    private static final int LONGEST = 2_000;

    private final Assignment assignment;
    private final Suite suite;
    private final Sightings sightings;
    private final Redaction redaction;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplicable> notApplicable = new ArrayList<>();

    Judging(Assignment assignment, Suite suite, Sightings sightings, Redaction redaction) {
        this.assignment = assignment;
        this.suite = suite;
        this.sightings = sightings;
        this.redaction = redaction;
    }

    void judge(Rule<?> rule) {
        assignment.of(rule).forEach(at -> judge(rule, at));
        assignment
                .alone(rule)
                .forEach(only -> notApplicable.add(
                        new NotApplicable(only, rule.card(), "applies only where two environments can be reached")));
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<NotApplicable> notApplicable() {
        return List.copyOf(notApplicable);
    }

    private void judge(Rule<?> rule, Assignment.Place at) {
        Optional<Need> unmet = Unmet.need(rule, at.targets().stream());
        if (unmet.isPresent()) {
            String why = "applies only where " + unmet.get().says();
            notApplicable.add(new NotApplicable(at.subject(), rule.card(), why));
        } else if (rule instanceof Rule.OfEnvironment<?> one) {
            add(at.subject(), rule, verdict(one, at.targets().get(0)));
        } else if (rule instanceof Rule.OfPair<?> pair) {
            add(
                    at.subject(),
                    rule,
                    verdict(pair, at.targets().get(0), at.targets().get(1)));
        }
    }

    private <S extends Seen> Verdict verdict(Rule.OfEnvironment<S> rule, Target target) {
        return withSeen(rule, target, seen -> rule.judge(target.system(), target.environment(), seen));
    }

    private <S extends Seen> Verdict verdict(Rule.OfPair<S> rule, Target from, Target to) {
        return withSeen(
                rule,
                from,
                seenInFrom -> withSeen(
                        rule, to, seenInTo -> rule.judge(from.environment(), seenInFrom, to.environment(), seenInTo)));
    }

    private void add(Subject subject, Rule<?> rule, Verdict verdict) {
        findings.add(new Finding(
                subject,
                rule.card(),
                harmless(verdict),
                suite.waiver(rule.card().id(), subject)));
    }

    /** A verdict may quote what a target said: no secret, no control byte and no flood of it may pass. */
    private Verdict harmless(Verdict verdict) {
        if (verdict instanceof Verdict.Broken broken) {
            return new Verdict.Broken(harmless(broken.expected()), harmless(broken.saw()), broken.exchanges());
        }
        if (verdict instanceof Verdict.Inconclusive open) {
            return new Verdict.Inconclusive(harmless(open.why()), open.exchanges());
        }
        return new Verdict.Held(harmless(((Verdict.Held) verdict).saw()), verdict.exchanges());
    }

    private String harmless(String text) {
        return VisibleText.of(redaction.redact(text, LONGEST));
    }

    @SuppressWarnings("unchecked")
    private <S extends Seen> Verdict withSeen(Rule<S> rule, Target target, Function<S, Verdict> judge) {
        Sightings.Look look = sightings.get(target.environment().name(), SeenType.of(rule));
        if (look instanceof Sightings.Failed failed) {
            return Verdict.inconclusive(failed.why());
        }
        try {
            return judge.apply((S) ((Sightings.Saw) look).seen());
        } catch (RuntimeException failed) {
            return Verdict.inconclusive("the rule itself failed: " + failed + place(failed));
        }
    }

    /** Where it failed, for whoever wrote the rule. */
    private static String place(RuntimeException failed) {
        return Arrays.stream(failed.getStackTrace())
                .findFirst()
                .map(frame -> " at " + frame)
                .orElse("");
    }
}
