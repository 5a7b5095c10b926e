package dev.envproof.probe.redis;

import dev.envproof.environment.Store;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.List;
import java.util.Optional;

/** Looks straight at every Redis that an environment's variables lead to, past every service. */
public final class CacheProbe implements Probe<CacheProbe.Seen> {

    /** One per declared Redis that the environment has an address for. */
    public record Seen(List<Cache> caches) implements dev.envproof.probe.Seen {
        public Seen {
            caches = List.copyOf(caches);
        }

        public Optional<Cache> cache(String store) {
            return caches.stream().filter(cache -> cache.store().equals(store)).findFirst();
        }
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        return new Seen(target.system().stores().stream()
                .filter(Store.Redis.class::isInstance)
                .map(Store.Redis.class::cast)
                .flatMap(store -> target.environment().store(store.name()).stream()
                        .map(address -> new CacheLook(target, store, address, lookout.siblings()).look()))
                .toList());
    }
}
