package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
    private static final Duration PULLING = Duration.ofSeconds(10);
    private static final Image OFFICIAL = new Image(Image.Role.NGINX, Image.Role.NGINX.official());

    @TempDir
    private Path root;

    @Test
    void no_client_is_made_where_nothing_suggests_an_engine() {
        Surroundings nothing = new Surroundings(Map.of(), root, root, socket -> true);
        Availability found =
                preparation(nothing, OFFICIAL, PreparationTest::unexpected).availability(PULLING);
        assertThat(found)
                .isEqualTo(new Availability(
                        false,
                        "no Docker engine answers at " + root.resolve("var/run/docker.sock")
                                + ", and DOCKER_HOST is not set"));
    }

    @Test
    void an_engine_with_the_image_is_usable_and_named() {
        Availability found = preparation(called(), OFFICIAL, () -> KnownEngine.withImages(OFFICIAL.name()))
                .availability(PULLING);
        assertThat(found).isEqualTo(new Availability(true, KnownEngine.ANSWER + ", with " + OFFICIAL.name()));
    }

    @Test
    void a_missing_image_is_pulled_and_told_before() {
        KnownEngine engine = new KnownEngine(Set.of(), Set.of(OFFICIAL.name()));
        List<String> progress = new ArrayList<>();
        preparation(called(), OFFICIAL, () -> engine).ready(progress::add, PULLING);
        assertThat(engine.pulled).containsExactly(OFFICIAL.name());
        assertThat(progress).containsExactly("replica: pulling " + OFFICIAL.name());
    }

    @Test
    void an_image_that_cannot_be_pulled_is_the_reason() {
        Availability found =
                preparation(called(), OFFICIAL, KnownEngine::withImages).availability(PULLING);
        assertThat(found).isEqualTo(new Availability(false, "the registry does not answer"));
    }

    @Test
    void a_local_image_is_never_pulled() {
        KnownEngine engine = new KnownEngine(Set.of(), Set.of("local/postgres:15"));
        assertThatThrownBy(
                        () -> preparation(called(), new Image(Image.Role.POSTGRES, "local/postgres:15"), () -> engine)
                                .ready(line -> {}, PULLING))
                .isInstanceOf(ReplicaException.class)
                .hasMessage("the image local/postgres:15 is not on this machine, and local images are never pulled:"
                        + " build it, or name another with REPLICA_IMAGE_POSTGRES");
        assertThat(engine.pulled).isEmpty();
    }

    private Surroundings called() {
        return new Surroundings(Map.of("DOCKER_HOST", "unix:///var/run/docker.sock"), root, root, socket -> true);
    }

    private static ContainerEngine unexpected() {
        throw new AssertionError("the engine was asked");
    }

    private static Preparation preparation(Surroundings surroundings, Image image, Supplier<ContainerEngine> engine) {
        return new Preparation(surroundings, engine, List.of(image));
    }
}
