package dev.envproof.replica.compose;

import dev.envproof.replica.ReplicaException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Which projects a run starts from nothing, and removes; what is there under a name of the user's stays. */
final class Ownership {
    private Ownership() {}

    /**
     * The names of those that are the run's, with word of it on the engine.
     *
     * @throws ReplicaException where another run has started one
     */
    static Set<String> of(List<ComposeProject> projects, ComposeEngine engine, Consumer<String> progress) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> own = new LinkedHashSet<>();
        for (ComposeProject project : projects) {
            if (seen.add(project.name())) {
                add(project, engine, own, progress);
            }
        }
        return own;
    }

    private static void add(ComposeProject project, ComposeEngine engine, Set<String> own, Consumer<String> progress) {
        String name = project.name();
        if (project.compose().project().isEmpty()) {
            own.add(name);
            return;
        }
        Optional<ProjectName> claimant = engine.claimant(name);
        if (claimant.isPresent()) {
            throw project.failure(
                    "the project " + name + ", which `replica.project` names, belongs to another run (process "
                            + claimant.get().process() + "); wait until it has ended, or name another",
                    List.of());
        }
        if (engine.has(name)) {
            progress.accept("replica: the project " + name + " is there: it is used, and stays");
            return;
        }
        ProjectName run = ProjectName.ofThisProcess(project.environment().name());
        engine.claim(name, run);
        own.add(name);
        own.add(run.toString());
    }
}
