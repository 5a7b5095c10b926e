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
import java.util.Optional;

/** The role stands in the key itself (Supabase), so a slot can be held against it. */
@Card(
        id = "secrets/keys-have-their-role",
        says = "every key has the role of its slot",
        severity = Severity.CRITICAL,
        because = "a service key in the slot of an anon key is handed to every browser",
        remedy = "put each key into the variable that is declared for its role",
        requires = Need.SECRET_ROLES,
        trippedBy = Fault.SECRETS_ANON_AND_SERVICE_SWAPPED,
        verifies = {"JP-01", "IN-05"})
public final class KeysHaveTheirRole implements Rule.OfEnvironment<SecretsProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, SecretsProbe.Seen seen) {
        return EachSecret.judge(
                seen.declared(),
                sighting -> sighting.secret().role().isPresent() && !sighting.isStandIn(),
                "the role that the slot declares",
                KeysHaveTheirRole::mistake);
    }

    /** Keys without claims, such as newer vendor keys, tell no role and are not held against one. */
    private static Optional<String> mistake(Sighting sighting) {
        String declared = sighting.secret().role().orElseThrow();
        return sighting.claims()
                .map(claims -> claims.role().map(role -> "role " + role).orElse("a token that names no role"))
                .filter(role -> !role.equals("role " + declared))
                .map(role -> role + " in the slot of " + declared);
    }
}
