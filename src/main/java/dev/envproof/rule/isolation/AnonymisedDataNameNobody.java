package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store.ColumnName;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** Where the file says that data are anonymised, no value of a personal column looks like an address that somebody has. */
@Card(
        id = "isolation/anonymised-data-name-nobody",
        says = "no address in its personal columns looks like a real one",
        severity = Severity.CRITICAL,
        because = "a test mails real people, and whoever reads the test's data learns who they are",
        remedy =
                "replace every address by one at a reserved domain, such as person-7@anonymised.example, before the copy leaves production",
        requires = {Need.ANONYMISED, Need.PERSONAL_DATA},
        trippedBy = Fault.ISOLATION_REAL_ADDRESSES,
        verifies = "EA-12")
public final class AnonymisedDataNameNobody implements Rule.OfEnvironment<LayoutProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LayoutProbe.Seen seen) {
        return Verdict.all(seen.layouts().stream()
                .flatMap(layout -> layout.addresses().entrySet().stream())
                .map(column -> judge(column.getKey(), column.getValue()))
                .toList());
    }

    private static Verdict judge(ColumnName column, Fact<Long> addresses) {
        String name = column.table() + "." + column.column();
        return addresses.fold(
                real -> real == 0
                        ? Verdict.held(name + ": no address that somebody may have")
                        : Verdict.broken(
                                "no address outside the reserved domains in " + name,
                                real + " values of " + name + " look like addresses of real people"),
                Verdict::inconclusive);
    }
}
