package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedReplicaTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
    private static final List<String> PROGRESS = new ArrayList<>();
    private static EmbeddedReplica replica;

    @BeforeAll
    static void start() {
        replica = EmbeddedReplica.start(SYSTEM, Set.of(), line -> {
            synchronized (PROGRESS) {
                PROGRESS.add(line);
            }
        });
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @Test
    void tells_a_line_per_part_and_a_total() {
        assertThat(PROGRESS)
                .anyMatch(line -> line.matches("replica: postgres staging ready in \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("replica: edge public ready in \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("replica: job-matcher \\(public\\) ready in \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("replica: ready in \\d+\\.\\d s"));
    }

    @Test
    void every_service_of_every_environment_is_healthy() throws IOException {
        for (Target target : replica.targets()) {
            for (Route route : SYSTEM.routes()) {
                assertThat(ask(target, route, "health"))
                        .satisfies(reply -> assertThat(reply.status()).isEqualTo(200))
                        .satisfies(reply -> assertThat(reply.body())
                                .contains("\"" + target.environment().name() + "\""));
            }
        }
    }

    @Test
    void every_environment_has_stores_of_its_own() throws IOException {
        List<String> identities = new ArrayList<>();
        for (Target target : replica.targets()) {
            Route parser = SYSTEM.routeTo("resume-parser").orElseThrow();
            identities.add(ask(target, parser, "identity").body().replaceAll("(?s).*\"stores\":", ""));
        }
        assertThat(identities).hasSize(3).doesNotHaveDuplicates();
    }

    private static HttpCall.Reply ask(Target target, Route route, String path) throws IOException {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Environment", target.environment().name());
        target.environment()
                .access()
                .ifPresent(access -> headers.put(
                        access.header(),
                        target.variables().value(access.variable()).orElseThrow()));
        return HttpCall.send("GET", route.at(target.edge(), path), headers, "");
    }
}
