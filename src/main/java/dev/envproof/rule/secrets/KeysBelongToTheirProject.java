package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.Sighting;
import dev.envproof.probe.secrets.Sighting.Presence;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** A key names its project, and so do a vendor's host names; a custom domain names none. */
@Card(
        id = "secrets/keys-belong-to-their-project",
        says = "all keys and URLs of the environment name one project",
        severity = Severity.CRITICAL,
        because = "a key of another project opens the data of another environment, or none",
        remedy = "copy URL and keys from the same project's settings",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_KEY_OF_SIBLING_PROJECT,
        verifies = {"JP-01", "CE-08"})
public final class KeysBelongToTheirProject implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        List<Sighting> telling = seen.declared().stream()
                .filter(sighting ->
                        !sighting.isStandIn() && sighting.namedProject().isPresent())
                .toList();
        long projects = telling.stream().map(Sighting::namedProject).distinct().count();
        if (projects > 1) {
            return Verdict.broken("one project", described(telling));
        }
        List<Verdict> unseen = seen.declared().stream()
                .filter(sighting -> sighting.presence() == Presence.NOT_VISIBLE)
                .map(EachSecret::notVisible)
                .toList();
        return unseen.isEmpty() ? Verdict.held(projects + " project named") : Verdict.all(unseen);
    }

    private static String described(List<Sighting> telling) {
        return telling.stream()
                .map(sighting -> sighting.variable() + ": project "
                        + sighting.namedProject().orElseThrow())
                .collect(Collectors.joining("; "));
    }
}
