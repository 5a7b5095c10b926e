package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Layout;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Both databases have the same tables and columns; one may have more while its file declares that it is ahead. */
@Card(
        id = "isolation/structure-is-the-same",
        says = "their databases have the same tables and columns",
        severity = Severity.HIGH,
        because = "migrations say that both are equal, and a statement fails on what was changed by hand",
        remedy = "undo what was changed by hand, or write the migration that does the same everywhere",
        requires = Need.COMPARED_STRUCTURE,
        trippedBy = Fault.ISOLATION_COLUMN_DIFFERS,
        verifies = "EP-14",
        unordered = true)
public final class StructureIsTheSame implements Rule.OfPair<LayoutProbe.Seen> {

    private static final int MOST_NAMED = 5;

    @Override
    public Verdict judge(Environment from, LayoutProbe.Seen a, Environment to, LayoutProbe.Seen b) {
        return Verdict.all(a.layouts().stream()
                .flatMap(one -> b.layouts().stream()
                        .filter(other -> other.store().equals(one.store()))
                        .map(other -> one.columns()
                                .fold(
                                        first -> other.columns()
                                                .fold(
                                                        second -> judge(from, one, first, to, second),
                                                        Verdict::inconclusive),
                                        Verdict::inconclusive)))
                .toList());
    }

    private static Verdict judge(
            Environment from, Layout one, Map<String, String> first, Environment to, Map<String, String> second) {
        if (first.isEmpty() && second.isEmpty()) {
            return Verdict.inconclusive("neither database shows a table");
        }
        Map<String, String> all = new TreeMap<>(second);
        all.putAll(first);
        List<String> differing = all.keySet().stream()
                .filter(column ->
                        !Optional.ofNullable(first.get(column)).equals(Optional.ofNullable(second.get(column))))
                .filter(column -> first.containsKey(column) || !mayHaveMore(to, one.store()))
                .filter(column -> second.containsKey(column) || !mayHaveMore(from, one.store()))
                .map(column -> column + " is " + first.getOrDefault(column, "not there") + " in " + from.name()
                        + " and " + second.getOrDefault(column, "not there") + " in " + to.name())
                .toList();
        return differing.isEmpty()
                ? Verdict.held(first.size() + " and " + second.size() + " columns, alike")
                : Verdict.broken(
                        "the same columns in both",
                        String.join("; ", differing.stream().limit(MOST_NAMED).toList())
                                + (differing.size() > MOST_NAMED
                                        ? "; and " + (differing.size() - MOST_NAMED) + " more"
                                        : ""));
    }

    private static boolean mayHaveMore(Environment environment, String store) {
        return environment.store(store).map(StoreAddress::migrationsAhead).orElse(0) > 0;
    }
}
