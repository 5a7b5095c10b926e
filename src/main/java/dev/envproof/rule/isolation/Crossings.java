package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.store.CanaryProbe;
import dev.envproof.probe.store.CanaryProbe.Look;
import dev.envproof.probe.store.Fact;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What became of the canaries of two environments in one store: each must show at home and nowhere else. */
record Crossings(Environment from, CanaryProbe.Seen a, Environment to, CanaryProbe.Seen b, String store) {

    /** Broken where one crossed, held where one was proven to stay, inconclusive where none tells. */
    Verdict verdict() {
        List<Verdict> all =
                Stream.concat(of(from, a, to, b), of(to, b, from, a)).toList();
        List<Verdict> telling = all.stream()
                .filter(verdict -> !(verdict instanceof Verdict.Inconclusive))
                .toList();
        if (!telling.isEmpty()) {
            return Verdict.all(telling);
        }
        return all.isEmpty()
                ? Verdict.inconclusive("neither " + from.name() + " nor " + to.name() + " allows a canary")
                : Verdict.all(all);
    }

    /** Why a service of either environment does not answer from the store that its variables lead to. */
    Optional<String> astray(String what) {
        return astray(from, a, what).or(() -> astray(to, b, what));
    }

    /** Where no canary can tell, the stores' own identities do. */
    Verdict byIdentity() {
        Optional<String> one = a.declaredIdentity(store);
        Optional<String> other = b.declaredIdentity(store);
        boolean served = a.servedIdentities(store).findAny().isPresent()
                && b.servedIdentities(store).findAny().isPresent();
        return one.isPresent()
                        && other.isPresent()
                        && !one.equals(other)
                        && served
                        && astray(store).isEmpty()
                ? Verdict.held("services answer for " + from.name() + " and " + to.name() + " from two stores, whose"
                        + " identities differ")
                : verdict();
    }

    private static Optional<String> astray(Environment environment, CanaryProbe.Seen seen, String store) {
        Optional<String> own = seen.declaredIdentity(store);
        return seen.servedIdentities(store)
                .filter(served -> own.isPresent() && !own.get().equals(served.getValue()))
                .findFirst()
                .map(served -> served.getKey() + " does not answer for " + environment.name() + " from its own " + store
                        + "; see the family routing");
    }

    private Stream<Verdict> of(
            Environment home, CanaryProbe.Seen atHome, Environment abroad, CanaryProbe.Seen seenAbroad) {
        return seenAbroad.looks().stream()
                .filter(look -> look.canary().environment().equals(home.name()))
                .filter(look -> look.canary().path().store().equals(store))
                .map(look -> judge(home, atHome, abroad, look));
    }

    private Verdict judge(Environment home, CanaryProbe.Seen atHome, Environment abroad, Look look) {
        Optional<Look> own = atHome.looks().stream()
                .filter(candidate ->
                        candidate.canary().id().equals(look.canary().id()))
                .findFirst();
        Fact<Boolean> control = own.map(Look::isPresent).orElseGet(() -> new Fact.Unknown<>("nobody looked for it"));
        String canary = home.name() + "'s canary in " + look.canary().path().name();
        if (!control.known().orElse(false)) {
            String why = control.fold(absent -> "it does not show at home", unknown -> unknown);
            return Verdict.inconclusive(canary + ": " + why, own.orElse(look).exchange());
        }
        Exchange[] both = {own.orElse(look).exchange(), look.exchange()};
        return look.isPresent()
                .fold(
                        present -> present
                                ? Verdict.broken(
                                        "what is written in " + home.name() + " stays there",
                                        canary + " is readable in " + abroad.name(),
                                        both)
                                : Verdict.held(canary + " shows at home and not in " + abroad.name(), both),
                        why -> Verdict.inconclusive(canary + " in " + abroad.name() + ": " + why, both));
    }
}
