package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Stream;

/** Compares every secret of one environment with everything that the other one has, under whatever name. */
@Card(
        id = "secrets/secrets-differ-between-environments",
        says = "no secret is shared with the other environment",
        severity = Severity.CRITICAL,
        because = "whoever has the key of the weaker environment has the key of the stronger one",
        remedy = "generate a value of its own for each environment and revoke the shared one",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS,
        verifies = {"JP-01", "IN-05", "IN-12", "EA-03", "EA-08", "CE-06", "EP-04", "EP-16", "EP-17"},
        unordered = true)
public final class SecretsDifferBetweenEnvironments implements Rule.OfPair<SecretsProbe.Seen> {

    @Override
    public Verdict judge(Environment from, SecretsProbe.Seen one, Environment to, SecretsProbe.Seen other) {
        Holdings mine = new Holdings(from, one);
        Holdings theirs = new Holdings(to, other);
        List<Verdict> parts = Stream.of(
                        mine.sharedWith(theirs),
                        mine.hiddenIn(theirs),
                        theirs.hiddenIn(mine),
                        mine.unseen(),
                        theirs.unseen())
                .flatMap(List::stream)
                .toList();
        if (!parts.isEmpty()) {
            return Verdict.all(parts);
        }
        String compared =
                mine.secrets().size() + " secrets and " + theirs.secrets().size() + " secrets";
        return mine.secrets().isEmpty() || theirs.secrets().isEmpty()
                ? Verdict.inconclusive("nothing to compare: " + compared)
                : Verdict.held(compared + ", all different");
    }
}
