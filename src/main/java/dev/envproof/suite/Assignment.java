package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.rule.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which environments and pairs a run judges each rule for.
 *
 * @param targets every environment that can be reached
 * @param selected names of those that are verified; a pair counts where either side is one of them
 * @param shard leaves out what is another machine's
 */
record Assignment(List<Target> targets, Set<String> selected, Shard shard) {
    Assignment {
        targets = List.copyOf(targets);
        selected = Set.copyOf(selected);
    }

    /** One environment or pair, in the order of judging. */
    record Place(Subject subject, List<Target> targets) {
        static Place of(Target only) {
            return new Place(Subject.of(nameOf(only)), List.of(only));
        }

        static Place of(Target from, Target to) {
            return new Place(Subject.of(nameOf(from), nameOf(to)), List.of(from, to));
        }
    }

    Stream<Place> of(Rule<?> rule) {
        Stream<Place> places =
                rule instanceof Rule.OfPair<?> ? pairs(rule) : targets.stream().map(Place::of);
        return places.filter(at -> at.targets().stream().anyMatch(this::isSelected))
                .filter(at -> shard.has(rule, at.subject()));
    }

    /** The only environment of a run, for a rule that compares two. */
    Stream<Subject> alone(Rule<?> rule) {
        return rule instanceof Rule.OfPair<?> && targets.size() == 1
                ? targets.stream().map(only -> Subject.of(nameOf(only))).filter(only -> shard.has(rule, only))
                : Stream.of();
    }

    /** Whether any of these rules applies to a place of this run that the target is part of. */
    boolean needs(List<Rule<?>> rules, Target target) {
        return rules.stream()
                .anyMatch(rule -> of(rule).filter(at -> at.targets().contains(target))
                        .anyMatch(at -> Unmet.need(rule, at.targets().stream()).isEmpty()));
    }

    private Stream<Place> pairs(Rule<?> rule) {
        List<Place> pairs = new ArrayList<>();
        for (int from = 0; from < targets.size(); from++) {
            for (int to = rule.card().unordered() ? from + 1 : 0; to < targets.size(); to++) {
                if (from != to) {
                    pairs.add(Place.of(targets.get(from), targets.get(to)));
                }
            }
        }
        return pairs.stream();
    }

    private boolean isSelected(Target target) {
        return selected.contains(nameOf(target));
    }

    private static String nameOf(Target target) {
        return target.environment().name();
    }
}
