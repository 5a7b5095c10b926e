package dev.envproof.replica.docker;

import com.github.dockerjava.api.model.Container;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The parts that a process's replica has on the engine; Ryuk, which is none, does not carry the session. */
final class RunningContainers {
    static final Path FOLDER = Path.of("environments/job-platform");
    static final SystemUnderTest SYSTEM = Environments.load(FOLDER, Map.of(), Map.of());

    /** Each environment has a database server and a gateway, each edge an nginx and every service. */
    static final int ALL = SYSTEM.environments().size() * 2
            + SYSTEM.edges().size() * (1 + SYSTEM.services().size());

    private RunningContainers() {}

    static List<Container> ofProcess(long pid) {
        return FoundEngine.now()
                .client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(RunLabels.SESSION))
                .exec()
                .stream()
                .filter(container ->
                        container.getLabels().getOrDefault(RunLabels.RUN, "").startsWith("envproof-" + pid + "-"))
                .toList();
    }
}
