package dev.envproof.replica.embedded;

import dev.envproof.environment.Controls;
import dev.envproof.environment.Store;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Real outages and additional instances; each is undone by its handle, at the latest when the replica shows anew. */
final class LocalControls implements Controls, AutoCloseable {
    private final Parts parts;
    private final Supplier<Shape> shape;
    private final Set<Handle> open = ConcurrentHashMap.newKeySet();

    LocalControls(Parts parts, Supplier<Shape> shape) {
        this.parts = parts;
        this.shape = shape;
    }

    @Override
    public Handle stopStore(String environment, String store) {
        ProjectStores stores = parts.stores().get(environment);
        if (stores == null) {
            throw new IllegalArgumentException("no environment " + environment + " in this replica");
        }
        Optional<RedisPart> redis = parts.queues().redis(shape.get(), environment, store);
        if (redis.isPresent()) {
            redis.get().stop();
            return handle(redis.get()::startAgain);
        }
        boolean isBucket = shape.get().system().store(store).stream().anyMatch(Store.ObjectStorage.class::isInstance);
        if (isBucket) {
            stores.gateway().stopBucket(true);
            return handle(() -> stores.gateway().stopBucket(false));
        }
        stores.stopDatabase();
        return handle(stores::startDatabase);
    }

    private Handle handle(Runnable undo) {
        Undo handle = new Undo(undo);
        open.add(handle);
        return handle;
    }

    @Override
    public Started startService(String edge, String service, Map<String, String> variables) {
        ServicePart beside = parts.services().getOrDefault(edge, Map.of()).get(service);
        if (beside == null) {
            throw new IllegalArgumentException("no " + service + " behind the edge " + edge + " of this replica");
        }
        OneMore handle = new OneMore(beside.startAnother(variables));
        open.add(handle);
        return handle;
    }

    @Override
    public void close() {
        open.forEach(Handle::close);
        open.clear();
    }

    private static final class Undo implements Handle {
        private final AtomicBoolean done = new AtomicBoolean();
        private final Runnable undo;

        Undo(Runnable undo) {
            this.undo = undo;
        }

        @Override
        public void close() {
            if (done.compareAndSet(false, true)) {
                undo.run();
            }
        }
    }

    private static final class OneMore implements Started {
        private final ServicePart.More instance;

        OneMore(ServicePart.More instance) {
            this.instance = instance;
        }

        @Override
        public URI url() {
            return instance.url();
        }

        @Override
        public void close() {
            instance.close();
        }
    }
}
