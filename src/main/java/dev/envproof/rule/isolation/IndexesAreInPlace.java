package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Every declared index is in the database. */
@Card(
        id = "isolation/indexes-are-in-place",
        says = "its database has every declared index",
        severity = Severity.MEDIUM,
        because = "a query that is quick elsewhere reads the whole table here",
        remedy = "create the index by a migration, in every environment",
        requires = Need.INDEXES,
        trippedBy = Fault.ISOLATION_INDEX_MISSING,
        verifies = "CE-20")
public final class IndexesAreInPlace implements Rule.OfEnvironment<LayoutProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LayoutProbe.Seen seen) {
        return Layouts.judge(
                system,
                seen,
                (declared, layout) -> layout.indexes()
                        .fold(
                                there -> Layouts.all("index", layout.variable(), declared.indexes(), there),
                                Verdict::inconclusive));
    }
}
