package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.probe.store.Server;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;

/** What one environment writes the other never reads: proven by canaries, and by where both variables lead. */
@Card(
        id = "isolation/each-environment-has-its-own-database",
        says = "each has a database of its own",
        severity = Severity.CRITICAL,
        because = "tests in one environment change and delete the other one's data",
        remedy = "point the database URL at this environment's own database and give it credentials of its own",
        requires = {Need.DATABASE, Need.CANARIES},
        trippedBy = Fault.ISOLATION_SAME_DATABASE,
        verifies = {"JP-01", "JP-15", "IN-02", "IN-12", "EA-03", "CE-08", "EP-03", "EP-08", "EP-16"},
        unordered = true)
public final class EachEnvironmentHasItsOwnDatabase implements Rule.OfPair<CanaryProbe.Seen> {

    @Override
    public Verdict judge(Environment from, CanaryProbe.Seen a, Environment to, CanaryProbe.Seen b) {
        return Verdict.all(a.servers().keySet().stream()
                .filter(b.servers()::containsKey)
                .map(store -> judge(new Crossings(from, a, to, b, store)))
                .toList());
    }

    private static Verdict judge(Crossings crossings) {
        Optional<Server> one = crossings.a().server(crossings.store());
        Optional<Server> other = crossings.b().server(crossings.store());
        boolean known = one.isPresent() && other.isPresent();
        if (known && one.get().isSamePlaceAs(other.get())) {
            return Verdict.broken(
                    "two databases",
                    "the variables of " + crossings.from().name() + " and "
                            + crossings.to().name() + " lead to one: " + one.get());
        }
        Verdict canaries = crossings.verdict();
        if (canaries instanceof Verdict.Held) {
            return canaries;
        }
        if (known && (one.get().isSameServerAs(other.get()) || one.get().repeats(other.get()))) {
            return Verdict.inconclusive(
                    "one server answers by two names; see isolation/databases-are-different-servers");
        }
        Optional<String> astray = crossings.astray(crossings.store());
        if (astray.isPresent()) {
            return Verdict.inconclusive(astray.get());
        }
        return canaries instanceof Verdict.Broken ? canaries : crossings.byIdentity();
    }
}
