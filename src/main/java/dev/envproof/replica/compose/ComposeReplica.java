package dev.envproof.replica.compose;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.Replica;
import dev.envproof.replica.ReplicaException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** The user's own compose files, one project per environment; it commits no faults, for the images are not ours. */
public final class ComposeReplica implements Replica {
    private final SystemUnderTest system;
    private final List<ComposeProject> projects;
    private final Set<String> own;
    private final ComposeEngine engine;
    private final ComposeReaper reaper;
    private final Thread atExit = new Thread(this::remove, "envproof-compose-exit");
    private boolean closed;

    /** @param own the projects that this run starts, and removes */
    private ComposeReplica(
            SystemUnderTest system, List<ComposeProject> projects, Set<String> own, ComposeEngine engine) {
        this.system = system;
        this.projects = List.copyOf(projects);
        this.own = Set.copyOf(own);
        this.engine = engine;
        this.reaper = ComposeReaper.watching(own);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Removes what killed runs left, then starts the compose file of every environment that names one.
     *
     * @param progress is told one line per environment
     * @throws ReplicaException where the program, an engine, a file or an image is missing, or a part can't start
     */
    public static Replica start(SystemUnderTest system, Consumer<String> progress) {
        return start(system, ComposeProgram.find(), progress);
    }

    static ComposeReplica start(SystemUnderTest system, ComposeProgram program, Consumer<String> progress) {
        progress.accept("replica: " + program);
        List<ComposeProject> projects = Projects.of(system, program);
        projects.forEach(ComposeProject::check);
        ComposeEngine engine = ComposeEngine.connect();
        sweep(engine);
        Set<String> own = Ownership.of(projects, engine, progress);
        ComposeReplica replica = new ComposeReplica(system, projects, own, engine);
        try {
            Set<String> up = new HashSet<>();
            projects.forEach(project -> replica.start(project, up.add(project.name()), progress));
            return replica;
        } catch (RuntimeException failed) {
            replica.close();
            throw failed;
        }
    }

    /** Projects of live runs, of other hosts, and those that no run started are not touched. */
    static void sweep(ComposeEngine engine) {
        engine.projects().stream()
                .filter(project -> ProjectName.parse(project)
                        .filter(ProjectName::isLeftover)
                        .isPresent())
                .forEach(engine::remove);
    }

    private void start(ComposeProject project, boolean isFirst, Consumer<String> progress) {
        long began = System.nanoTime();
        if (isFirst) {
            project.start();
        }
        Health.await(project, engine, () -> new Reached(system, project, engine.boxes(project.name())).edge());
        progress.accept("replica: " + project.environment().name() + " ("
                + project.compose().file() + ") ready in " + (System.nanoTime() - began) / 1_000_000_000 + " s");
    }

    @Override
    public List<Target> targets() {
        return projects.stream()
                .map(project -> new Reached(system, project, engine.boxes(project.name())).target())
                .toList();
    }

    @Override
    public boolean canShow(Deviation deviation) {
        return false;
    }

    @Override
    public void show(SystemUnderTest other, Set<Deviation> deviations) {
        if (!deviations.isEmpty() || !other.equals(system)) {
            throw new ReplicaException("a compose file of your own shows what it is, and commits no faults");
        }
    }

    @Override
    public void close() {
        remove();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            closed = true;
        }
    }

    private synchronized void remove() {
        if (!closed) {
            closed = true;
            own.forEach(engine::remove);
            reaper.close();
        }
    }
}
