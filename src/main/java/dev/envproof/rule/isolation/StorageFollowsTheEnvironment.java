package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;
import java.util.stream.Stream;

/** Objects go where the environment's rows go: the storage client is chosen with the database's, not left behind. */
@Card(
        id = "isolation/storage-follows-the-environment",
        says = "each keeps objects in a bucket of its own project",
        severity = Severity.CRITICAL,
        because = "documents of one environment are read, replaced and deleted by the other",
        remedy = "make the storage client from the same environment's URL and key as the database client",
        requires = {Need.OBJECT_STORAGE, Need.CANARIES},
        trippedBy = Fault.ISOLATION_STORAGE_OF_SIBLING,
        verifies = {"JP-01", "JP-14", "IN-12", "CE-08", "CE-09"},
        unordered = true)
public final class StorageFollowsTheEnvironment implements Rule.OfPair<CanaryProbe.Seen> {

    @Override
    public Verdict judge(Environment from, CanaryProbe.Seen a, Environment to, CanaryProbe.Seen b) {
        return Verdict.all(a.buckets()
                .map(store -> judge(new Crossings(from, a, to, b, store)))
                .toList());
    }

    private static Verdict judge(Crossings crossings) {
        Optional<String> astray = crossings.a().servers().keySet().stream()
                .flatMap(database -> crossings.astray(database).stream())
                .findFirst();
        if (astray.isPresent()) {
            return Verdict.inconclusive(astray.get());
        }
        Verdict canaries = crossings.verdict();
        if (canaries instanceof Verdict.Held) {
            return canaries;
        }
        return Stream.of(
                        borrowed(crossings.from(), crossings.a(), crossings.to(), crossings.b(), crossings.store()),
                        borrowed(crossings.to(), crossings.b(), crossings.from(), crossings.a(), crossings.store()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> canaries instanceof Verdict.Broken ? canaries : crossings.byIdentity());
    }

    /** A service that uses this environment's database but the other one's bucket, or a variable that leads there. */
    private static Optional<Verdict> borrowed(
            Environment from, CanaryProbe.Seen a, Environment to, CanaryProbe.Seen b, String store) {
        Optional<String> lender = b.declaredIdentity(store);
        Stream<String> services = a.servedIdentities(store)
                .filter(served -> lender.filter(served.getValue()::equals).isPresent())
                .map(served ->
                        served.getKey() + " keeps the objects of " + from.name() + " in the bucket of " + to.name());
        Stream<String> variables = lender.isPresent() && lender.equals(a.declaredIdentity(store))
                ? Stream.of("the variables of " + from.name() + " and " + to.name() + " lead to one bucket")
                : Stream.empty();
        return Stream.concat(variables, services)
                .findFirst()
                .map(saw -> Verdict.broken("a bucket of its own project", saw));
    }
}
