package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.replica.ReplicaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who cleans up, and how Ryuk is told; an engine with Ryuk's own image is not here. */
class CleanUpTest {
    private static final String RYUK = Image.Role.RYUK.official();
    private static final RunLabels LABELS = new RunLabels("envproof-1-2-abc", "host");
    private static final Images OFFICIAL = images(Map.of());
    private static final Images BUILT_HERE = images(Map.of(
            "REPLICA_IMAGE_POSTGRES", "local/postgres:15",
            "REPLICA_IMAGE_NGINX", "local/nginx:1",
            "REPLICA_IMAGE_JRE", "local/jre:17"));

    @Test
    void ryuk_is_started_where_its_image_is_there_or_quickly_pulled() {
        KnownEngine pulling = new KnownEngine(Set.of(), Set.of(RYUK));

        assertThat(CleanUp.obstacle(KnownEngine.withImages(RYUK), BUILT_HERE, Map.of()))
                .isEmpty();
        assertThat(CleanUp.obstacle(pulling, OFFICIAL, Map.of())).isEmpty();
        assertThat(pulling.pulled).containsExactly(RYUK);
    }

    @Test
    void no_registry_is_asked_where_every_image_was_built_here() {
        KnownEngine engine = new KnownEngine(Set.of(), Set.of(RYUK));

        assertThat(CleanUp.obstacle(engine, BUILT_HERE, Map.of()))
                .contains("the image " + RYUK + " is not on this machine");
        assertThat(engine.pulled).isEmpty();
    }

    @Test
    void a_variable_switches_it_off() {
        assertThat(CleanUp.obstacle(
                        KnownEngine.withImages(RYUK), OFFICIAL, Map.of("TESTCONTAINERS_RYUK_DISABLED", "true")))
                .contains("switched off by TESTCONTAINERS_RYUK_DISABLED");
    }

    @Test
    void without_it_the_run_goes_on_and_says_who_cleans_up() {
        try (CleanUp cleanUp = CleanUp.soon(KnownEngine.withImages(), OFFICIAL, LABELS, Map.of())) {
            assertThat(cleanUp.says())
                    .isEqualTo("if this run is killed, the process beside this run, else the next run removes its"
                            + " containers (Ryuk: the registry does not answer)");
        }
    }

    @Test
    void one_that_does_not_start_fails_no_run_and_leaves_nothing() {
        KnownEngine refusing = new KnownEngine(Set.of(RYUK), Set.of()) {
            @Override
            public void start(String container) {
                throw new ReplicaException("no permission");
            }
        };
        try (CleanUp cleanUp = CleanUp.soon(refusing, OFFICIAL, LABELS, Map.of())) {
            assertThat(cleanUp.says()).endsWith("(Ryuk: no permission)");
        }
        assertThat(refusing.containers).isEmpty();
    }

    @Test
    void it_is_told_the_runs_label_and_held_to_its_word() throws IOException {
        try (ServerSocket ryuk = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> answered(ryuk));

            Optional<Socket> connection = Ryuk.registered(ryuk.getLocalPort(), LABELS.run());

            assertThat(connection).isPresent();
            assertThat(told.orTimeout(5, TimeUnit.SECONDS).join())
                    .isEqualTo("label=org.testcontainers.sessionId%3Denvproof-1-2-abc");
            assertThat(LABELS.asMap()).containsEntry("org.testcontainers.sessionId", "envproof-1-2-abc");
            connection.get().close();
        }
    }

    private static String answered(ServerSocket ryuk) {
        try (Socket client = ryuk.accept()) {
            String line = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            client.getOutputStream().write("ACK\n".getBytes(StandardCharsets.UTF_8));
            return line;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Images images(Map<String, String> variables) {
        return Images.configured(new Properties(), variables, Path.of("nowhere"));
    }
}
