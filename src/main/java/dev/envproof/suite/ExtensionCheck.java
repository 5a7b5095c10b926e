package dev.envproof.suite;

import dev.envproof.probe.Probe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What must be so of all rules and probes together, whoever wrote them. */
final class ExtensionCheck {
    private static final String ID = "[a-z][a-z0-9-]*/[a-z][a-z0-9-]*";
    private final List<Rule<?>> rules;
    private final List<Probe<?>> probes;

    ExtensionCheck(List<Rule<?>> rules, List<Probe<?>> probes) {
        this.rules = rules;
        this.probes = probes;
    }

    /** @throws BadExtension with every complaint, one a line */
    void refuse() {
        List<String> complaints = new ArrayList<>();
        Map<Object, Class<?>> taken = new HashMap<>();
        probes.forEach(probe -> taken(
                        taken,
                        probe.sees(),
                        probe,
                        "two probes see " + probe.sees().getName())
                .ifPresent(complaints::add));
        for (Rule<?> rule : rules) {
            Optional<String> unfit = complaint(rule);
            unfit.or(() -> taken(
                            taken,
                            rule.card().id(),
                            rule,
                            "the id " + rule.card().id() + " is taken"))
                    .ifPresent(complaints::add);
        }
        if (!complaints.isEmpty()) {
            throw new BadExtension(String.join("\n", complaints));
        }
    }

    private static Optional<String> taken(Map<Object, Class<?>> taken, Object key, Object by, String complaint) {
        return Optional.ofNullable(taken.putIfAbsent(key, by.getClass()))
                .map(first -> by.getClass().getName() + ": " + complaint + " by " + first.getName()
                        + "; accepted: one that no other class has");
    }

    private Optional<String> complaint(Rule<?> rule) {
        String name = rule.getClass().getName();
        Optional<Card> card = Optional.ofNullable(rule.getClass().getAnnotation(Card.class));
        if (card.isEmpty()) {
            return Optional.of(name + ": no @Card; accepted: a rule's class with its card on it");
        }
        if (!card.get().id().matches(ID)) {
            return Optional.of(
                    name + ": the id `" + card.get().id() + "`; accepted: as cors/foreign-origin-is-refused");
        }
        if (Stream.of(card.get().says(), card.get().because(), card.get().remedy())
                .anyMatch(String::isBlank)) {
            return Optional.of(name + ": a blank text on the card; accepted: says, because and remedy as sentences");
        }
        return complaintAboutSeen(rule, name);
    }

    private Optional<String> complaintAboutSeen(Rule<?> rule, String name) {
        return SeenType.find(rule)
                .map(seen -> probes.stream().anyMatch(probe -> probe.sees() == seen)
                        ? Optional.<String>empty()
                        : Optional.of(name + ": no probe sees " + seen.getName()
                                + "; accepted: what a built-in probe sees, or a probe of your own in"
                                + " META-INF/services/" + Probe.class.getName()))
                .orElseGet(() -> Optional.of(name + ": does not tell what it judges; accepted:"
                        + " `implements Rule.OfEnvironment<...>` or `Rule.OfPair<...>` with a type of Seen"));
    }
}
