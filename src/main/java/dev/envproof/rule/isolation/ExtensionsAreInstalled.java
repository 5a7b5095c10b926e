package dev.envproof.rule.isolation;

import dev.envproof.environment.DatabaseLayout;
import dev.envproof.environment.DatabaseLayout.Presence;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Set;

/** Every extension that is declared as required is installed; those declared if-available are where the server offers them. */
@Card(
        id = "isolation/extensions-are-installed",
        says = "its database has every declared extension",
        severity = Severity.HIGH,
        because = "what uses the type or function of the extension works in one environment alone",
        remedy = "install the extension by a migration, or declare it as if-available",
        requires = Need.EXTENSIONS,
        trippedBy = Fault.ISOLATION_EXTENSION_MISSING,
        verifies = "EA-11")
public final class ExtensionsAreInstalled implements Rule.OfEnvironment<LayoutProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LayoutProbe.Seen seen) {
        return Layouts.judge(
                system,
                seen,
                (declared, layout) -> layout.installed()
                        .fold(
                                installed -> layout.offered()
                                        .fold(
                                                offered -> Layouts.all(
                                                        "extension",
                                                        layout.variable(),
                                                        needed(declared, offered),
                                                        installed),
                                                Verdict::inconclusive),
                                Verdict::inconclusive));
    }

    private static List<String> needed(DatabaseLayout declared, Set<String> offered) {
        return declared.extensions().entrySet().stream()
                .filter(extension -> extension.getValue() == Presence.REQUIRED || offered.contains(extension.getKey()))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }
}
