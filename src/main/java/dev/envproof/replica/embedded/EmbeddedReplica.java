package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.DatabaseServers;
import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A whole system on this machine's loopback addresses: real database servers, and the rest in this JVM. */
public final class EmbeddedReplica implements Replica {
    private final RunFolder folder;
    private final Engine engine;
    private final AtomicReference<Shape> shape;
    private final Parts parts;
    private final EmbeddedControls controls;
    private boolean closed;

    private EmbeddedReplica(SystemUnderTest system, DatabaseServers servers, RunFolder folder) {
        this.folder = folder;
        this.engine = servers.engine();
        this.shape = new AtomicReference<>(new Shape(system, Set.of(), Map.of()));
        this.parts = Parts.of(system, servers, folder, shape::get);
        this.controls = new EmbeddedControls(parts, folder, shape::get);
        AtExit.close(this);
    }

    /**
     * Starts every part at once; returns when all answer.
     *
     * @param progress is told one line per part
     * @throws ReplicaException where a part can't start; everything else is stopped then
     */
    public static EmbeddedReplica start(
            SystemUnderTest system, Set<? extends Deviation> deviations, Consumer<String> progress) {
        return start(system, deviations, progress, new PostgresProcesses());
    }

    /** The same with database servers from elsewhere, such as containers. */
    public static EmbeddedReplica start(
            SystemUnderTest system,
            Set<? extends Deviation> deviations,
            Consumer<String> progress,
            DatabaseServers servers) {
        refuseWhatNeedsContainers(deviations);
        long began = System.nanoTime();
        EmbeddedReplica replica = of(system, servers, RunFolder.create());
        try {
            StartUp.all(replica.parts.all(), progress);
            replica.change(system, Set.of());
            Readiness.await(replica.targets());
            replica.show(system, Set.copyOf(deviations));
            progress.accept("replica: ready in " + StartUp.seconds(began));
            return replica;
        } catch (RuntimeException failed) {
            replica.close();
            throw failed;
        }
    }

    private static EmbeddedReplica of(SystemUnderTest system, DatabaseServers servers, RunFolder folder) {
        try {
            return new EmbeddedReplica(system, servers, folder);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    @Override
    public List<Target> targets() {
        Shape now = shape.get();
        return now.system().environments().stream()
                .map(environment -> target(now, environment))
                .toList();
    }

    private Target target(Shape now, Environment environment) {
        String edge = environment.edge();
        EdgeProxy proxy = parts.edges().get(edge);
        if (proxy == null) {
            throw new ReplicaException(
                    environment.name() + " names the edge " + edge + ", which the system does not declare");
        }
        return new Target(
                now.system(),
                environment,
                engine,
                proxy.url(),
                parts.urls(edge),
                now.variables(edge),
                logFiles(edge),
                Optional.of(controls));
    }

    private Map<String, Path> logFiles(String edge) {
        Map<String, Path> files = new HashMap<>();
        parts.services()
                .getOrDefault(edge, Map.of())
                .forEach(
                        (service, instance) -> files.put(service, instance.log().file()));
        return files;
    }

    @Override
    public void show(SystemUnderTest system, Set<Deviation> deviations) {
        refuseWhatNeedsContainers(deviations);
        controls.close();
        change(system, deviations);
        parts.restore();
        StoreFaults.commit(shape.get(), parts.stores());
        LogFaults.commit(shape.get(), parts.services());
    }

    private static void refuseWhatNeedsContainers(Set<? extends Deviation> deviations) {
        deviations.stream().filter(Deviation::needsContainers).findFirst().ifPresent(deviation -> {
            throw new ReplicaException(deviation.id() + ": " + deviation.says()
                    + "; only containers can show that, and this replica's services are none");
        });
    }

    private void change(SystemUnderTest system, Set<Deviation> deviations) {
        Shape declared = new Shape(system, deviations, parts.variables(system, deviations));
        shape.set(new Shape(NginxFiles.written(folder, declared, parts), deviations, declared.variables()));
    }

    /** A second caller, such as the end of the JVM, waits until the first is done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (folder) {
            controls.close();
            StartUp.stopAll(parts.all());
        } finally {
            AtExit.forget(this);
        }
    }
}
