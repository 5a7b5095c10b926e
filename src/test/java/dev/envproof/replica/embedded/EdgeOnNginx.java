package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.Target;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;

/** The distribution's nginx with the generated nginx.conf is the same edge as the replica's own. */
@DisplayName("an edge of nginx")
class EdgeOnNginx extends EdgeBehaviour {
    private static final Map<String, InstalledNginx> EDGES = new ConcurrentHashMap<>();
    private static Path folder;

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("edges");
        for (Edge edge : JobPlatform.SYSTEM.edges()) {
            InstalledNginx nginx = new InstalledNginx(edge.name(), Files.createDirectory(folder.resolve(edge.name())));
            EDGES.put(edge.name(), nginx);
            Target behind = HealthyReplica.target(edge.defaultEnvironment());
            nginx.show(
                    new Shape(JobPlatform.SYSTEM, Set.of(), Map.of(edge.name(), behind.variables())),
                    behind.services());
        }
    }

    @AfterAll
    static void stop() {
        List.copyOf(EDGES.values()).forEach(InstalledNginx::close);
        Leftovers.delete(folder);
    }

    @Override
    URI edgeOf(String environment) {
        return JobPlatform.SYSTEM
                .environment(environment)
                .map(declared -> EDGES.get(declared.edge()))
                .orElseThrow()
                .url();
    }
}
