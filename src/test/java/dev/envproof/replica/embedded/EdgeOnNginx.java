package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.ReferenceSystem;
import dev.envproof.replica.embedded.NginxConf.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The distribution's nginx with the generated nginx.conf is the same edge as the replica's own. */
@DisplayName("an edge of nginx")
class EdgeOnNginx extends EdgeBehaviour {
    private static final Map<String, InstalledNginx> EDGES = new ConcurrentHashMap<>();
    private static final Variables ODD_KEY = new Variables(Map.of("STAGING_ACCESS_KEY", "\"$Kq{$$};'\\E\u00e9\r\n"));
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

    @ParameterizedTest
    @MethodSource("deviations")
    void nginx_takes_what_every_deviation_writes(Deviation deviation) {
        Target behind = HealthyReplica.target("production");
        NginxConf conf = new NginxConf("public", new Place("127.0.0.1:1", Optional.empty(), 0), behind.services());
        Shape shape = new Shape(JobPlatform.SYSTEM, Set.of(deviation), Map.of("public", ODD_KEY));
        Path tried = NginxFiles.write(folder.resolve(deviation.id()), conf.files(shape));
        InstalledNginx.check(tried);
    }

    static Stream<Deviation> deviations() {
        return Deviation.all()
                .filter(deviation -> deviation.system() == ReferenceSystem.JOB_PLATFORM)
                .filter(deviation -> !deviation.needsContainers());
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
