package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Targets;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** A whole system on this machine; what its parts are, an engine's workshop decides. */
public final class LocalReplica implements Replica {
    private final RunFolder folder;
    private final Workshop workshop;
    private final AtomicReference<Shape> outside;
    private final AtomicReference<Shape> inside;
    private final Parts parts;
    private final LocalControls controls;
    private boolean closed;

    private LocalReplica(SystemUnderTest system, Workshop workshop, RunFolder folder) {
        this.folder = folder;
        this.workshop = workshop;
        this.outside = new AtomicReference<>(new Shape(system, Set.of(), Map.of()));
        this.inside = new AtomicReference<>(outside.get());
        this.parts = Parts.of(system, workshop, inside::get, outside::get);
        this.controls = new LocalControls(parts, outside::get);
        AtExit.close(this);
    }

    /**
     * Starts every part at once; returns when all answer.
     *
     * @param progress is told one line per part
     * @param engine makes the parts of a run, which has the given folder for itself
     * @throws ReplicaException where a part can't start; everything else is stopped then
     */
    public static Replica start(
            SystemUnderTest system,
            Set<? extends Deviation> deviations,
            Consumer<String> progress,
            Function<Path, Workshop> engine) {
        long began = System.nanoTime();
        LocalReplica replica = of(system, engine, RunFolder.create());
        try {
            replica.refuseUnknown(deviations);
            replica.refuseContainers(system);
            StartUp.all(replica.parts.all(), progress);
            replica.show(system, Set.of());
            Readiness.await(replica.targets());
            replica.show(system, Set.copyOf(deviations));
            progress.accept("replica: ready in " + StartUp.seconds(began));
            return replica;
        } catch (RuntimeException failed) {
            replica.close();
            throw failed;
        }
    }

    private static LocalReplica of(SystemUnderTest system, Function<Path, Workshop> engine, RunFolder folder) {
        try {
            return new LocalReplica(system, engine.apply(folder.path()), folder);
        } catch (RuntimeException failed) {
            folder.close();
            throw failed;
        }
    }

    @Override
    public List<Target> targets() {
        Shape now = outside.get();
        return now.system().environments().stream()
                .map(environment -> target(now, environment))
                .toList();
    }

    private Target target(Shape now, Environment environment) {
        String edge = environment.edge();
        EdgePart door = parts.edges().get(edge);
        if (door == null) {
            throw new ReplicaException(
                    environment.name() + " names the edge " + edge + ", which the system does not declare");
        }
        Target target = new Target(
                now.system(),
                environment,
                workshop.engine(),
                Targets.frontDoor(now.system(), environment, door.url()),
                parts.urls(edge, Side.OUTSIDE),
                now.variables(edge),
                parts.logFiles(edge),
                Optional.of(controls));
        Target reached = parts.front()
                .map(front -> front.reach(now.system(), environment.name()))
                .filter(reach -> !reach.urls().isEmpty())
                .map(target::reachedBy)
                .orElse(target);
        return workshop.containers(environment).map(reached::in).orElse(reached);
    }

    @Override
    public void show(SystemUnderTest system, Set<Deviation> deviations) {
        refuseUnknown(deviations);
        controls.close();
        change(system, deviations);
        parts.show(inside.get());
        workshop.show(inside.get());
        DeclaredLayouts.show(outside.get(), parts.stores());
        StoreFaults.commit(outside.get(), parts.stores());
    }

    /** Containers do not reach what is in this JVM alone, nor services a database on the network of its own project. */
    private void refuseContainers(SystemUnderTest system) {
        if (workshop.engine() != Engine.DOCKER) {
            return;
        }
        if (!SideStores.of(system).all().isEmpty()) {
            throw onlyEmbedded(system, "a mail, search or graph store");
        }
        if (system.environments().stream().anyMatch(environment -> connectsByItself(system, environment))) {
            throw onlyEmbedded(system, "a database that its services connect to past any gateway");
        }
    }

    private static boolean connectsByItself(SystemUnderTest system, Environment environment) {
        return system.stores().stream().anyMatch(Store.Database.class::isInstance)
                && environment.stores().stream()
                        .noneMatch(store -> store.keyVariable().isPresent());
    }

    private static ReplicaException onlyEmbedded(SystemUnderTest system, String what) {
        return new ReplicaException(system.name() + " declares " + what + ", which the docker engine"
                + " does not have: run with -Dreplica=embedded, or say `replica: embedded` in its files");
    }

    private void refuseUnknown(Set<? extends Deviation> deviations) {
        deviations.stream()
                .filter(deviation -> !workshop.canShow(deviation))
                .findFirst()
                .ifPresent(deviation -> {
                    throw new ReplicaException(deviation.id() + ": " + deviation.says()
                            + (workshop.engine() == Engine.DOCKER
                                    ? "; the docker engine can't show that"
                                    : "; only containers can show that, and this replica's services are none"));
                });
    }

    @Override
    public boolean canShow(Deviation deviation) {
        return workshop.canShow(deviation);
    }

    private void change(SystemUnderTest system, Set<Deviation> deviations) {
        Shape within = new Shape(system, deviations, parts.variables(system, deviations, Side.INSIDE));
        SystemUnderTest written = NginxFiles.written(folder, within, parts);
        inside.set(new Shape(written, deviations, within.variables()));
        outside.set(new Shape(written, deviations, parts.variables(system, deviations, Side.OUTSIDE)));
    }

    /** A second caller, such as the end of the JVM, waits until the first is done. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (folder;
                workshop) {
            controls.close();
            StartUp.stopAll(parts.all());
        } finally {
            AtExit.forget(this);
        }
    }
}
