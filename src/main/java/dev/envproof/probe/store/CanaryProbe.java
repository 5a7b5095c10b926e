package dev.envproof.probe.store;

import dev.envproof.environment.Store;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for every canary of the run in one environment, and for what stands behind the services that were asked. */
public final class CanaryProbe implements Probe<CanaryProbe.Seen> {

    /**
     * @param looks one per canary of the run, this environment's own and the others'
     * @param served what services say about their stores, by {@code <service>/<store>}
     * @param declared who the stores are that the environment's variables lead to, by store
     * @param servers the PostgreSQL servers among them, by store
     * @param caches which of the stores are a Redis
     * @param searched stores that are search engines
     */
    public record Seen(
            List<Look> looks,
            Map<String, Fact<String>> served,
            Map<String, Fact<String>> declared,
            Map<String, Fact<Server>> servers,
            Set<String> caches,
            List<String> searched)
            implements dev.envproof.probe.Seen {
        public Seen {
            looks = List.copyOf(looks);
            served = Map.copyOf(served);
            declared = Map.copyOf(declared);
            servers = Map.copyOf(servers);
            caches = Set.copyOf(caches);
            searched = List.copyOf(searched);
        }

        /** Of a system without a Redis or a search engine. */
        public Seen(
                List<Look> looks,
                Map<String, Fact<String>> served,
                Map<String, Fact<String>> declared,
                Map<String, Fact<Server>> servers) {
            this(looks, served, declared, servers, Set.of(), List.of());
        }

        public Optional<Server> server(String store) {
            return Optional.ofNullable(servers.get(store)).flatMap(Fact::known);
        }

        /** Stores that are no databases and no caches. */
        public Stream<String> buckets() {
            return declared.keySet().stream().filter(store -> !servers.containsKey(store) && !caches.contains(store));
        }

        public Optional<String> declaredIdentity(String store) {
            return Optional.ofNullable(declared.get(store)).flatMap(Fact::known);
        }

        /** Service to the identity of this store that it answered with, where it did. */
        public Stream<Map.Entry<String, String>> servedIdentities(String store) {
            return served.entrySet().stream()
                    .filter(entry -> entry.getKey().endsWith("/" + store))
                    .flatMap(entry -> entry.getValue().known().stream()
                            .map(value -> Map.entry(
                                    entry.getKey().substring(0, entry.getKey().lastIndexOf('/')), value)));
        }
    }

    /**
     * One canary as one environment shows it.
     *
     * @param isPresent unknown where it was not written, where no answer told, or where the answer changed
     */
    public record Look(Canary canary, Fact<Boolean> isPresent, Exchange exchange) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public boolean seeksCanaries() {
        return true;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        CanarySearch search = new CanarySearch(target, lookout.wire());
        return new Seen(
                search.lookAgain(lookout.planted().canaries().stream()
                        .filter(canary -> !Written.isTo(target, canary.path().store(), Store.Mail.class))
                        .map(search::lookFor)
                        .toList()),
                ServedStores.of(target, lookout.wire()),
                declared(target, lookout),
                servers(target),
                target.system().stores().stream()
                        .filter(Store.Redis.class::isInstance)
                        .map(Store::name)
                        .collect(Collectors.toSet()),
                searched(target));
    }

    private static Map<String, Fact<String>> declared(Target target, Lookout lookout) {
        Map<String, Fact<String>> declared = new HashMap<>();
        lookout.identities()
                .of(target, lookout.wire())
                .forEach((store, identity) -> declared.put(
                        store,
                        identity.known()
                                .<Fact<String>>map(Fact.Known::new)
                                .orElseGet(() -> new Fact.Unknown<>("the " + store + " can't be asked directly"))));
        return declared;
    }

    private static List<String> searched(Target target) {
        return target.system().stores().stream()
                .filter(Store.Search.class::isInstance)
                .map(Store::name)
                .toList();
    }

    private static Map<String, Fact<Server>> servers(Target target) {
        Map<String, Fact<Server>> servers = new HashMap<>();
        target.environment().stores().stream()
                .filter(address -> target.system()
                        .store(address.store())
                        .filter(Store.Database.class::isInstance)
                        .isPresent())
                .forEach(address -> servers.put(address.store(), Server.of(target, address.store())));
        return servers;
    }
}
