package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a rule does not apply. */
final class Unmet {
    private Unmet() {}

    /** The first of a rule's needs that one of the targets does not meet; empty where the rule applies to all of them. */
    static Optional<Need> need(Rule<?> rule, Stream<Target> targets) {
        List<Target> all = targets.toList();
        return Arrays.stream(rule.card().requires())
                .filter(need -> !all.stream().allMatch(need::isMetBy))
                .findFirst();
    }
}
