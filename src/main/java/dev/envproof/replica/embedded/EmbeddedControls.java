package dev.envproof.replica.embedded;

import dev.envproof.environment.Controls;
import dev.envproof.environment.Store;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Real outages and additional instances; each is undone by its handle, at the latest when the replica shows anew. */
final class EmbeddedControls implements Controls, AutoCloseable {
    private final Parts parts;
    private final RunFolder folder;
    private final Supplier<Shape> shape;
    private final Set<Handle> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger started = new AtomicInteger();

    EmbeddedControls(Parts parts, RunFolder folder, Supplier<Shape> shape) {
        this.parts = parts;
        this.folder = folder;
        this.shape = shape;
    }

    @Override
    public Handle stopStore(String environment, String store) {
        ProjectStores stores = parts.stores().get(environment);
        if (stores == null) {
            throw new IllegalArgumentException("no environment " + environment + " in this replica");
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
        String name = service + "-" + started.incrementAndGet();
        ServiceLog log = new ServiceLog(folder.path().resolve("logs").resolve(edge), name);
        ReferenceService instance =
                new ReferenceService(edge, service, 0, log, () -> shape.get().with(edge, variables));
        instance.start();
        OneMore handle = new OneMore(instance);
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
        private final ReferenceService instance;

        OneMore(ReferenceService instance) {
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
