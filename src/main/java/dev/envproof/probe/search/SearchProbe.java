package dev.envproof.probe.search;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.HttpAddress;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Wire;
import dev.envproof.probe.Written;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Looks with an environment's own client where its canary documents are, and where its engine's aliases lead. */
public final class SearchProbe implements Probe<SearchProbe.Seen> {
    private static final Duration BETWEEN = Duration.ofMillis(100);

    /** An engine shows what was indexed after its next refresh, by default within a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    public record Seen(List<Found> found, List<Engine> engines) implements dev.envproof.probe.Seen {
        public Seen {
            found = List.copyOf(found);
            engines = List.copyOf(engines);
        }
    }

    /** The indices that hold one of the environment's own canaries; none where it did not show in time. */
    public record Found(Canary canary, Fact<Set<String>> indices, Exchange exchange) {}

    /**
     * The engine that a store's variable leads to.
     *
     * @param cluster its {@code cluster_uuid}: environments may share a cluster and keep to their own prefixes
     * @param aliases the aliases of each index, by index
     */
    public record Engine(
            String store, Fact<String> cluster, Fact<Map<String, Set<String>>> aliases, List<Exchange> exchanges) {
        public Engine {
            exchanges = List.copyOf(exchanges);
        }
    }

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
        List<Found> found = Written.here(target, lookout.planted(), Store.Search.class).stream()
                .map(canary -> find(target, canary, lookout.wire()))
                .toList();
        List<Engine> engines = target.environment().stores().stream()
                .filter(address -> Written.isTo(target, address.store(), Store.Search.class))
                .map(address -> engine(target, address, lookout.wire()))
                .toList();
        return new Seen(found, engines);
    }

    private static Found find(Target target, Canary canary, Wire wire) {
        Fact<HttpAddress> address = Written.trouble(canary)
                .<Fact<HttpAddress>>map(Fact.Unknown::new)
                .orElseGet(() -> address(target, canary.path().store()));
        return address.fold(
                known -> find(known, canary, wire),
                why -> new Found(
                        canary, new Fact.Unknown<>(why), canary.written().exchange()));
    }

    private static Fact<HttpAddress> address(Target target, String store) {
        return target.environment()
                .store(store)
                .<Fact<HttpAddress>>map(known -> HttpAddress.of(target, known))
                .orElseGet(() -> new Fact.Unknown<>("no address is declared"));
    }

    private static Found find(HttpAddress address, Canary canary, Wire wire) {
        AtomicReference<Found> latest = new AtomicReference<>(findNow(address, canary, wire));
        try {
            Awaitility.await()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .atMost(PATIENCE)
                    .until(() -> isFound(latest.get())
                            || isFound(latest.updateAndGet(before -> findNow(address, canary, wire))));
        } catch (ConditionTimeoutException late) {
            return latest.get();
        }
        return latest.get();
    }

    private static boolean isFound(Found found) {
        return found.indices().known().filter(indices -> !indices.isEmpty()).isPresent();
    }

    private static Found findNow(HttpAddress address, Canary canary, Wire wire) {
        Reply reply = wire.send(address.ask("GET", "_search?size=50&q=%22" + canary.id() + "%22"));
        return new Found(canary, EngineAnswer.indices(reply), reply.exchange());
    }

    private static Engine engine(Target target, StoreAddress store, Wire wire) {
        Fact<HttpAddress> address = HttpAddress.of(target, store);
        Optional<HttpAddress> known = address.known();
        if (known.isEmpty()) {
            String why = address.fold(at -> "", unknown -> unknown);
            return new Engine(store.store(), new Fact.Unknown<>(why), new Fact.Unknown<>(why), List.of());
        }
        Reply root = wire.send(known.get().ask("GET", ""));
        Reply aliases = wire.send(known.get().ask("GET", "_alias"));
        return new Engine(
                store.store(),
                EngineAnswer.cluster(root),
                EngineAnswer.aliases(aliases),
                List.of(root.exchange(), aliases.exchange()));
    }
}
