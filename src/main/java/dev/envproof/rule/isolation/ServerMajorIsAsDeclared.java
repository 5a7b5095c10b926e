package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Layout;
import dev.envproof.probe.store.LayoutProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

/** The server's major version is the one that every environment must have. */
@Card(
        id = "isolation/server-major-is-as-declared",
        says = "its database server has the declared major version",
        severity = Severity.HIGH,
        because = "what passes here fails where the server is older or newer",
        remedy = "run the same major version of PostgreSQL in every environment",
        requires = Need.SERVER_MAJOR,
        trippedBy = Fault.ISOLATION_SERVER_OF_OTHER_MAJOR,
        verifies = {"CE-13", "EA-11"})
public final class ServerMajorIsAsDeclared implements Rule.OfEnvironment<LayoutProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LayoutProbe.Seen seen) {
        return Layouts.judge(
                system,
                seen,
                (declared, layout) -> declared.major()
                        .map(wanted -> judge(layout, wanted))
                        .orElseGet(() -> Verdict.held("no major version is declared for " + layout.store())));
    }

    private static Verdict judge(Layout layout, int wanted) {
        return layout.major()
                .fold(
                        major -> major == wanted
                                ? Verdict.held("the server of " + layout.variable() + " is PostgreSQL " + major)
                                : Verdict.broken(
                                        "PostgreSQL " + wanted,
                                        "the server of " + layout.variable() + " is PostgreSQL " + major),
                        Verdict::inconclusive);
    }
}
