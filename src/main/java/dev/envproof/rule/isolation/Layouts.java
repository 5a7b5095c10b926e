package dev.envproof.rule.isolation;

import dev.envproof.environment.DatabaseLayout;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.store.Layout;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Verdict;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

/** Judges each database of an environment beside what the system declares of it. */
final class Layouts {
    private Layouts() {}

    static Verdict judge(
            SystemUnderTest system, LayoutProbe.Seen seen, BiFunction<DatabaseLayout, Layout, Verdict> judge) {
        return Verdict.all(seen.layouts().stream()
                .map(layout -> judge.apply(declared(system, layout), layout))
                .toList());
    }

    private static DatabaseLayout declared(SystemUnderTest system, Layout layout) {
        return system.store(layout.store())
                .filter(Store.Database.class::isInstance)
                .map(store -> ((Store.Database) store).layout())
                .orElseGet(DatabaseLayout::undeclared);
    }

    /** Broken where one of the declared names is not among those that are there. */
    static Verdict all(String what, String variable, Collection<String> declared, Set<String> there) {
        List<String> missing =
                declared.stream().filter(name -> !there.contains(name)).sorted().toList();
        return missing.isEmpty()
                ? Verdict.held("the database of " + variable + " has every declared " + what)
                : Verdict.broken(
                        "every declared " + what,
                        "the database of " + variable + " lacks " + String.join(", ", missing));
    }
}
