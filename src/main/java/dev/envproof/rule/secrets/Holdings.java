package dev.envproof.rule.secrets;

import dev.envproof.environment.Environment;
import dev.envproof.probe.secrets.SecretsProbe;
import dev.envproof.probe.secrets.Sighting;
import dev.envproof.probe.secrets.Sighting.Presence;
import dev.envproof.rule.Verdict;
import java.util.List;

/** What one environment holds, laid beside what another one holds. */
record Holdings(Environment environment, SecretsProbe.Seen seen) {

    List<Sighting> secrets() {
        return seen.declared().stream().filter(Sighting::isSecret).toList();
    }

    List<Verdict> sharedWith(Holdings other) {
        return secrets().stream()
                .flatMap(one -> other.secrets().stream().filter(one::meets).map(same -> shared(one, other, same)))
                .toList();
    }

    /** Where a variable that no file declares holds one of these secrets in the other environment. */
    List<Verdict> hiddenIn(Holdings other) {
        return secrets().stream()
                .flatMap(one -> other.seen.undeclared().stream()
                        .filter(variable -> one.meets(variable) && !isCommon(variable))
                        .map(same -> broken(one, other, same)))
                .toList();
    }

    List<Verdict> unseen() {
        return seen.declared().stream()
                .filter(sighting -> sighting.presence() == Presence.NOT_VISIBLE)
                .map(EachSecret::notVisible)
                .filter(Verdict.Inconclusive.class::isInstance)
                .toList();
    }

    /** A variable that both deployments have belongs to neither environment. */
    private boolean isCommon(Sighting variable) {
        return seen.undeclared().stream()
                .anyMatch(same -> same.variable().equals(variable.variable()) && same.meets(variable));
    }

    private Verdict shared(Sighting one, Holdings other, Sighting same) {
        boolean isOneVariable =
                seen.fromRunner() && other.seen.fromRunner() && one.variable().equals(same.variable());
        return isOneVariable
                ? Verdict.inconclusive(one.variable() + ": one variable of this run stands for " + environment.name()
                        + " and " + other.environment.name() + "; run them one by one")
                : broken(one, other, same);
    }

    private Verdict broken(Sighting one, Holdings other, Sighting same) {
        return Verdict.broken(
                "a value of its own in each environment",
                one.variable() + " of " + environment.name() + " and " + same.variable() + " of "
                        + other.environment.name() + " hold the same secret");
    }
}
