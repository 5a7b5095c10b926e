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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Applies rules to what was seen; says of each rule that does not apply why it does not. */
final class Judging {
    /** In characters; a person reads no more of one line. */
    private static final int LONGEST = 2_000;

    private final List<Target> targets;
    private final Set<String> selected;
    private final Suite suite;
    private final Sightings sightings;
    private final Redaction redaction;
    private final List<Finding> findings = new ArrayList<>();
    private final List<NotApplicable> notApplicable = new ArrayList<>();

    Judging(List<Target> targets, Set<String> selected, Suite suite, Sightings sightings, Redaction redaction) {
        this.targets = targets;
        this.selected = selected;
        this.suite = suite;
        this.sightings = sightings;
        this.redaction = redaction;
    }

    void judge(Rule<?> rule) {
        if (rule instanceof Rule.OfEnvironment<?> one) {
            targets.stream()
                    .filter(target -> selected.contains(nameOf(target)))
                    .forEach(target -> judgeEnvironment(one, target));
        } else if (rule instanceof Rule.OfPair<?> pair) {
            judgePairs(pair);
        }
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<NotApplicable> notApplicable() {
        return List.copyOf(notApplicable);
    }

    private <S extends Seen> void judgeEnvironment(Rule.OfEnvironment<S> rule, Target target) {
        Subject subject = Subject.of(nameOf(target));
        Optional<Need> unmet = Unmet.need(rule, Stream.of(target));
        if (unmet.isPresent()) {
            notApplicable.add(new NotApplicable(
                    subject, rule.card(), "applies only where " + unmet.get().says()));
            return;
        }
        Verdict verdict = withSeen(rule, target, seen -> rule.judge(target.system(), target.environment(), seen));
        add(subject, rule, verdict);
    }

    private <S extends Seen> void judgePairs(Rule.OfPair<S> rule) {
        for (int from = 0; from < targets.size(); from++) {
            for (int to = rule.card().unordered() ? from + 1 : 0; to < targets.size(); to++) {
                if (from != to && isSelected(targets.get(from), targets.get(to))) {
                    judgePair(rule, targets.get(from), targets.get(to));
                }
            }
        }
        if (targets.size() < 2) {
            targets.forEach(only -> notApplicable.add(new NotApplicable(
                    Subject.of(nameOf(only)), rule.card(), "applies only where two environments can be reached")));
        }
    }

    private <S extends Seen> void judgePair(Rule.OfPair<S> rule, Target from, Target to) {
        Subject subject = Subject.of(nameOf(from), nameOf(to));
        Optional<Need> unmet = Unmet.need(rule, Stream.of(from, to));
        if (unmet.isPresent()) {
            notApplicable.add(new NotApplicable(
                    subject, rule.card(), "applies only where " + unmet.get().says()));
            return;
        }
        Verdict verdict = withSeen(
                rule,
                from,
                seenInFrom -> withSeen(
                        rule, to, seenInTo -> rule.judge(from.environment(), seenInFrom, to.environment(), seenInTo)));
        add(subject, rule, verdict);
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

    private boolean isSelected(Target from, Target to) {
        return selected.contains(nameOf(from)) || selected.contains(nameOf(to));
    }

    @SuppressWarnings("unchecked")
    private <S extends Seen> Verdict withSeen(Rule<S> rule, Target target, Function<S, Verdict> judge) {
        Sightings.Look look = sightings.get(nameOf(target), SeenType.of(rule));
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

    private static String nameOf(Target target) {
        return target.environment().name();
    }
}
