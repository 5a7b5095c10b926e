package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
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
        verifies = {"JP-01"},
        unordered = true)
public final class SecretsDifferBetweenEnvironments implements Rule.OfPair<SecretsProbe.Seen> {

    @Override
    public Verdict judge(Environment from, SecretsProbe.Seen one, Environment to, SecretsProbe.Seen other) {
        List<Verdict> parts = Stream.of(
                        shared(from, secrets(one), to, secrets(other), one.fromRunner() && other.fromRunner()),
                        shared(from, secrets(one), to, hidden(other, one), false),
                        shared(to, secrets(other), from, hidden(one, other), false),
                        unseen(one),
                        unseen(other))
                .flatMap(List::stream)
                .toList();
        return parts.isEmpty() ? compared(secrets(one).size(), secrets(other).size()) : Verdict.all(parts);
    }

    private static List<Verdict> shared(
            Environment from, List<Sighting> ones, Environment to, List<Sighting> others, boolean inOneProcess) {
        return ones.stream()
                .flatMap(one -> others.stream()
                        .filter(one::meets)
                        .map(other -> inOneProcess && one.variable().equals(other.variable())
                                ? Verdict.inconclusive(one.variable() + ": one variable of this run stands for "
                                        + from.name() + " and " + to.name() + "; run them one by one")
                                : Verdict.broken(
                                        "a value of its own in each environment",
                                        one.variable() + " of " + from.name() + " and " + other.variable() + " of "
                                                + to.name() + " hold the same secret")))
                .toList();
    }

    private static Verdict compared(int ones, int others) {
        return ones == 0 || others == 0
                ? Verdict.inconclusive("nothing to compare: " + ones + " secrets and " + others + " secrets")
                : Verdict.held(ones + " secrets and " + others + " secrets, all different");
    }

    private static List<Sighting> secrets(SecretsProbe.Seen seen) {
        return seen.declared().stream().filter(Sighting::isSecret).toList();
    }

    /** Undeclared variables of a deployment; one that both deployments have belongs to neither environment. */
    private static List<Sighting> hidden(SecretsProbe.Seen seen, SecretsProbe.Seen sibling) {
        return seen.undeclared().stream()
                .filter(variable -> sibling.undeclared().stream()
                        .noneMatch(same -> same.variable().equals(variable.variable()) && same.meets(variable)))
                .toList();
    }

    private static List<Verdict> unseen(SecretsProbe.Seen seen) {
        return seen.declared().stream()
                .filter(sighting -> sighting.presence() == Presence.NOT_VISIBLE)
                .map(EachSecret::notVisible)
                .filter(Verdict.Inconclusive.class::isInstance)
                .toList();
    }
}
