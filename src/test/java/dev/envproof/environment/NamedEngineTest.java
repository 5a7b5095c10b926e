package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedEngineTest {
    /** The hash of {@code far}, as the docker program names the folder of a context. */
    private static final String FAR = "512eea46ceb3921dff4363c7069d89d4964d1d9fccaa0f411851a7aa60a5c868";

    @TempDir
    private Path home = Path.of("");

    @Test
    void without_a_word_of_the_user_there_is_none() throws IOException {
        assertThat(NamedEngine.of(Map.of("DOCKER_HOST", " "), home)).isEmpty();
        write(".docker/config.json", "{\"auths\": {}, \"currentContext\": \"default\"}");
        assertThat(NamedEngine.of(Map.of(), home)).isEmpty();
        assertThat(NamedEngine.of(Map.of("DOCKER_CONTEXT", "default"), home)).isEmpty();
        write(".docker/config.json", "no json");
        assertThat(NamedEngine.of(Map.of(), home)).isEmpty();
    }

    @Test
    void refuses_a_configuration_that_no_folder_can_be_named() {
        assertThatThrownBy(() -> NamedEngine.of(Map.of("DOCKER_CONFIG", "a\0b", "DOCKER_CONTEXT", "far"), home))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("no file can be named so here");
    }

    @Test
    void the_host_comes_before_the_context_before_the_configuration() throws IOException {
        write(".docker/config.json", "{\"currentContext\": \"far\"}");
        write(
                ".docker/contexts/meta/" + FAR + "/meta.json",
                "{\"Name\": \"far\", \"Endpoints\": {\"docker\": {\"Host\": \"unix:///run/far.sock\"}}}");

        assertThat(NamedEngine.of(Map.of(), home))
                .contains(new NamedEngine(
                        home.resolve(".docker/config.json") + ": currentContext=far",
                        Optional.of("unix:///run/far.sock")));
        assertThat(NamedEngine.of(Map.of("DOCKER_CONTEXT", "default"), home)).isEmpty();
        assertThat(NamedEngine.of(Map.of("DOCKER_CONTEXT", "far"), home))
                .contains(new NamedEngine("DOCKER_CONTEXT=far", Optional.of("unix:///run/far.sock")));
        assertThat(NamedEngine.of(Map.of("DOCKER_CONTEXT", "far", "DOCKER_HOST", "tcp://ci:2375"), home))
                .contains(new NamedEngine("DOCKER_HOST=tcp://ci:2375", Optional.of("tcp://ci:2375")));
    }

    @Test
    void a_context_that_is_not_there_has_no_host_and_is_named() {
        assertThat(NamedEngine.of(Map.of("DOCKER_CONTEXT", "gone", "DOCKER_CONFIG", home + "/elsewhere"), home))
                .contains(new NamedEngine("DOCKER_CONTEXT=gone", Optional.empty()));
    }

    private void write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
