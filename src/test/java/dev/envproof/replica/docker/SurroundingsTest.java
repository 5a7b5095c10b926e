package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
    @TempDir
    private Path folder;

    private Path root;
    private Path home;

    @BeforeEach
    void make_an_empty_machine() throws IOException {
        root = Files.createDirectory(folder.resolve("root"));
        home = Files.createDirectory(folder.resolve("home"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root/var/run/docker.sock", "home/.docker/run/docker.sock", "user/docker.sock"})
    void a_socket_suggests_an_engine(String socket) throws IOException {
        assertThat(seen(Map.of("XDG_RUNTIME_DIR", folder + "/user")).obstacle()).isPresent();
        make(folder.resolve(socket));
        assertThat(seen(Map.of("XDG_RUNTIME_DIR", folder + "/user")).obstacle()).isEmpty();
    }

    @Test
    void a_blank_variable_suggests_nothing() {
        assertThat(seen(Map.of("DOCKER_HOST", " ")).obstacle()).isPresent();
        assertThat(seen(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375")).obstacle())
                .isEmpty();
    }

    @Test
    void a_context_that_is_not_there_is_named_although_a_socket_is() throws IOException {
        make(root.resolve("var/run/docker.sock"));
        assertThat(seen(Map.of("DOCKER_CONTEXT", "gone")).obstacle())
                .hasValue("DOCKER_CONTEXT=gone names a context that is not there: `docker context ls` tells those that"
                        + " are");
    }

    @Test
    void in_a_container_the_engine_must_be_said_to_be_in_the_same_one() throws IOException {
        make(root.resolve(".dockerenv"));
        make(root.resolve("var/run/docker.sock"));
        assertThat(seen(Map.of()).obstacle())
                .hasValueSatisfying(told -> assertThat(told).contains("TESTCONTAINERS_HOST_OVERRIDE=localhost"));
        assertThat(seen(Map.of("TESTCONTAINERS_HOST_OVERRIDE", "localhost")).obstacle())
                .isEmpty();
    }

    @Test
    void a_socket_that_this_user_may_not_use_is_named() throws IOException {
        make(root.resolve("var/run/docker.sock"));
        assertThat(new Surroundings(Map.of(), root, home, socket -> false).obstacle())
                .hasValue("no permission on " + root.resolve("var/run/docker.sock")
                        + ": let this user use Docker (its group is often `docker`), or set DOCKER_HOST");
    }

    private Surroundings seen(Map<String, String> variables) {
        return new Surroundings(variables, root, home, socket -> true);
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }
}
