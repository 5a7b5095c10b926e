package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.Sighting;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;

/** The parts of one connection may stand in several variables; two doors must not have one key. */
@Card(
        id = "secrets/one-secret-serves-one-role",
        says = "no two secrets of the environment are the same",
        severity = Severity.HIGH,
        because = "whoever learns one of them holds the other as well, and neither can be rotated alone",
        remedy = "generate a value of its own for each variable",
        requires = Need.SECRETS,
        trippedBy = Fault.SECRETS_ONE_VALUE_TWO_ROLES,
        verifies = {"JP-01", "EP-04"})
public final class OneSecretServesOneRole implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        List<Sighting> secrets =
                seen.declared().stream().filter(Sighting::isSecret).toList();
        List<Verdict> clashes = secrets.stream()
                .flatMap(one -> secrets.stream()
                        .filter(other -> one.variable().compareTo(other.variable()) < 0 && isReused(one, other))
                        .map(other -> Verdict.broken(
                                "a value of its own for each",
                                one.variable() + " and " + other.variable() + " hold the same secret")))
                .toList();
        return clashes.isEmpty()
                ? EachSecret.judge(
                        seen.declared(), sighting -> true, "a value of its own for each", one -> Optional.empty())
                : Verdict.all(clashes);
    }

    /** A legacy variable fills the same slot, and two URLs to one server are one door. */
    private static boolean isReused(Sighting one, Sighting other) {
        boolean isSameSlot = one.secret().equals(other.secret());
        boolean isSameServer = one.server().isPresent() && one.server().equals(other.server());
        return !isSameSlot && !isSameServer && one.meets(other);
    }
}
