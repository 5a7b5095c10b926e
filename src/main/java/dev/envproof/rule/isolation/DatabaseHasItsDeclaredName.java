package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Layout;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The variable leads, as the deployment's own user, to the database that the file names. */
@Card(
        id = "isolation/database-has-its-declared-name",
        says = "its variable leads to the database that its file names",
        severity = Severity.HIGH,
        because = "a default or a neighbour on the same server is used, and nobody notices",
        remedy = "put the declared name of the database into the URL",
        requires = Need.DATABASE_NAME,
        trippedBy = Fault.ISOLATION_DATABASE_OF_OTHER_NAME,
        verifies = {"EA-03", "EP-03"})
public final class DatabaseHasItsDeclaredName implements Rule.OfEnvironment<LayoutProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LayoutProbe.Seen seen) {
        return Verdict.all(seen.layouts().stream()
                .flatMap(layout -> environment.store(layout.store()).stream()
                        .map(StoreAddress::terms)
                        .flatMap(terms -> terms.database().stream())
                        .map(declared -> judge(layout, declared)))
                .toList());
    }

    private static Verdict judge(Layout layout, String declared) {
        return layout.database()
                .fold(
                        name -> name.equals(declared)
                                ? Verdict.held(layout.variable() + " leads to " + name)
                                : Verdict.broken("the database " + declared, layout.variable() + " leads to " + name),
                        Verdict::inconclusive);
    }
}
