package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.probe.store.Database;
import dev.envproof.probe.store.Server;
import dev.envproof.probe.store.StoreProbe;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** The databases that two environments have for one declared store. */
record Couple(Environment from, Database one, Environment to, Database other) {
    private static final String OWN_DATABASE = "see isolation/each-environment-has-its-own-database";

    /** Judges each store that both environments have. */
    static Verdict judge(
            Environment from, StoreProbe.Seen a, Environment to, StoreProbe.Seen b, Function<Couple, Verdict> judge) {
        List<Couple> couples = a.databases().stream()
                .flatMap(one -> b.databases().stream()
                        .filter(other -> other.store().equals(one.store()))
                        .map(other -> new Couple(from, one, to, other)))
                .toList();
        return Verdict.all(couples.stream().map(judge).toList());
    }

    /** Both variables lead to one and the same database; then nothing is worth comparing. */
    Optional<Verdict> sameDatabase() {
        boolean same = serversAre(Server::isSameServerAs)
                && serversAre((first, second) -> first.database().equals(second.database()));
        return same
                ? Optional.of(Verdict.inconclusive(
                        one.variable() + " and " + other.variable() + " lead to one database; " + OWN_DATABASE))
                : Optional.empty();
    }

    boolean serversAre(BiPredicate<Server, Server> related) {
        Optional<Server> first = one.server().known();
        Optional<Server> second = other.server().known();
        return first.isPresent() && second.isPresent() && related.test(first.get(), second.get());
    }

    String names() {
        return from.name() + " and " + to.name();
    }
}
