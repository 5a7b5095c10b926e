package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.PrivateTable;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;

/** Row-level security is on for every private table, and the key that browsers have reads no row of it. */
@Card(
        id = "isolation/row-security-is-on",
        says = "row-level security guards every private table",
        severity = Severity.CRITICAL,
        because = "anyone who opens the web page has the public key and reads every row with it",
        remedy = "run `alter table ... enable row level security` and write a policy for each role that needs rows",
        requires = Need.PRIVATE_TABLES,
        trippedBy = Fault.ISOLATION_ROW_SECURITY_OFF,
        verifies = {"JP-01", "CE-17"})
public final class RowSecurityIsOn implements Rule.OfEnvironment<StoreProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, StoreProbe.Seen seen) {
        return Verdict.all(seen.databases().stream()
                .flatMap(database -> database.privateTables().stream())
                .map(RowSecurityIsOn::judge)
                .toList());
    }

    private static Verdict judge(PrivateTable table) {
        String expected = "row-level security on " + table.name() + " and no row for the public key";
        Optional<Boolean> readable = table.readByAnyone().flatMap(read -> read.known());
        if (readable.orElse(false)) {
            return new Verdict.Broken(
                    expected,
                    "the public key reads rows of " + table.name(),
                    table.exchange().stream().toList());
        }
        return table.rowSecurity()
                .fold(
                        isOn -> isOn
                                ? withPolicies(table, readable, expected)
                                : Verdict.broken(expected, "it is off for " + table.name()),
                        why -> byReading(table, readable, why));
    }

    /** A policy for everyone undoes it, unless the public key is seen to read none of the rows that there are. */
    private static Verdict withPolicies(PrivateTable table, Optional<Boolean> readable, String expected) {
        boolean isRefused =
                readable.isPresent() && table.readByService().known().orElse(false);
        return table.isOpen().known().orElse(false) && !isRefused
                ? Verdict.broken(
                        expected, "it is on for " + table.name() + ", and a policy opens every row to everyone")
                : Verdict.held("it is on for " + table.name());
    }

    /** Where the flag can't be read, a refusal counts beside the service key's success. */
    private static Verdict byReading(PrivateTable table, Optional<Boolean> readable, String why) {
        boolean control = table.readByService().known().orElse(false);
        return readable.isPresent() && control
                ? new Verdict.Held(
                        "the service key reads rows of " + table.name() + ", the public key none",
                        table.exchange().stream().toList())
                : Verdict.inconclusive(why);
    }
}
