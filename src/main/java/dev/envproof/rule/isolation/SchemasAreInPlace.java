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

/** Every declared schema is in the database. */
@Card(
        id = "isolation/schemas-are-in-place",
        says = "its database has every declared schema",
        severity = Severity.HIGH,
        because = "every statement of the service that needs the schema fails",
        remedy = "create the schema by a migration, in every environment",
        requires = Need.SCHEMAS,
        trippedBy = Fault.ISOLATION_SCHEMA_MISSING,
        verifies = "IN-01")
public final class SchemasAreInPlace implements Rule.OfEnvironment<LayoutProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LayoutProbe.Seen seen) {
        return Layouts.judge(
                system,
                seen,
                (declared, layout) -> layout.schemas()
                        .fold(
                                there -> Layouts.all("schema", layout.variable(), declared.schemas(), there),
                                Verdict::inconclusive));
    }
}
