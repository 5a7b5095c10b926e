package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.Database;
import dev.envproof.probe.store.ProjectRefs;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;
import java.util.TreeSet;

/** A shared pooler picks the project by the user's name: it must be the environment's own. */
@Card(
        id = "isolation/store-user-belongs-to-its-environment",
        says = "its database user names its own project",
        severity = Severity.CRITICAL,
        because = "a pooler leads the connection to the project that the user names, whatever the rest of the URL says",
        remedy = "set the user of the database URL to postgres.<reference of this environment's project>",
        requires = Need.DATABASE,
        trippedBy = Fault.ISOLATION_POOLER_USER_OF_SIBLING,
        verifies = {"JP-01", "JP-03", "EA-03", "CE-08", "EP-03"})
public final class StoreUserBelongsToItsEnvironment implements Rule.OfEnvironment<StoreProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, StoreProbe.Seen seen) {
        ProjectRefs refs = seen.refs();
        if (seen.databases().isEmpty()) {
            return Verdict.inconclusive("the environment has no database");
        }
        if (refs.ofUser().isEmpty()) {
            return Verdict.held("the database user names no project");
        }
        String user = "the database user names " + refs.ofUser().get();
        if (refs.own().isEmpty()) {
            return Verdict.inconclusive(user + ", but no key or address tells the environment's project");
        }
        if (refs.own().contains(refs.ofUser().get())) {
            return Verdict.held(user + ", as its keys do");
        }
        return copy(seen)
                .map(of -> Verdict.inconclusive("its user and password are those of " + of
                        + "; see secrets/secrets-differ-between-environments"))
                .orElseGet(() -> Verdict.broken("a user of project " + new TreeSet<>(refs.own()), user));
    }

    private static Optional<String> copy(StoreProbe.Seen seen) {
        return seen.databases().stream()
                .map(Database::copyOf)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
