package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.BuildProbe;
import dev.envproof.probe.parity.ServiceBuilds;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Collections;
import java.util.List;

/** Both environments run one build of each service; where a digest is told, its names do not count. */
@Card(
        id = "parity/builds-are-equal",
        says = "services run the same build as in the other environment",
        severity = Severity.HIGH,
        because = "what was tried in staging is not what runs in production",
        remedy = "promote the very build that was tried, or declare `parity.build.compare: exempt`",
        requires = {Need.PARITY, Need.PARITY_BUILD, Need.PARITY_BUILD_EQUAL},
        trippedBy = Fault.PARITY_OTHER_BUILD,
        verifies = {"IN-06", "IN-07", "IN-15"},
        unordered = true)
public final class BuildsAreEqual implements Rule.OfPair<BuildProbe.Seen> {

    @Override
    public Verdict judge(Environment from, BuildProbe.Seen one, Environment to, BuildProbe.Seen other) {
        List<Verdict> parts = one.services().stream()
                .flatMap(mine -> other.services().stream()
                        .filter(theirs -> theirs.service().equals(mine.service()))
                        .map(theirs -> judge(from, mine, to, theirs)))
                .toList();
        return Verdict.all(parts);
    }

    /** A mixed set has a build in common as long as it is being replaced: another rule judges that. */
    private static Verdict judge(Environment from, ServiceBuilds mine, Environment to, ServiceBuilds theirs) {
        if (mine.told().isEmpty() || theirs.told().isEmpty()) {
            return Builds.untold(mine.told().isEmpty() ? mine : theirs);
        }
        String saw = mine.service() + ": " + from.name() + " runs " + String.join(", ", mine.names()) + ", " + to.name()
                + " runs " + String.join(", ", theirs.names());
        return Collections.disjoint(mine.identities(), theirs.identities())
                ? Verdict.broken(
                        "one build in both",
                        saw,
                        mine.told().get(0).exchange(),
                        theirs.told().get(0).exchange())
                : Verdict.held(saw, mine.told().get(0).exchange());
    }
}
