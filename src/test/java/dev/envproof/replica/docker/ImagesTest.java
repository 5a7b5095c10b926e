package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "mirror/nginx:1, local/nginx:1, kept/nginx:1, mirror/nginx:1",
        "'',             local/nginx:1, kept/nginx:1, local/nginx:1",
        "' ',            ' ',           kept/nginx:1, kept/nginx:1",
        "'',             '',            '',           nginx:1.28.0-alpine",
    })
    void the_property_comes_before_the_variable_before_the_file_and_blank_is_unset(
            String property, String variable, String inFile, String chosen) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("replica.images.nginx", property);
        Path file = Files.writeString(folder.resolve(Images.FILE), "nginx = " + inFile + "\n");
        assertThat(Images.configured(properties, Map.of("REPLICA_IMAGE_NGINX", variable), file)
                        .of(Image.Role.NGINX)
                        .name())
                .isEqualTo(chosen);
    }

    @Test
    void without_a_file_every_part_has_its_official_image() {
        Images images = Images.configured(new Properties(), Map.of(), folder.resolve("none"));
        for (Image.Role role : Image.Role.values()) {
            assertThat(images.of(role)).isEqualTo(new Image(role, role.official()));
        }
    }

    @Test
    void an_image_that_no_part_has_is_a_mistake() throws IOException {
        Path file = Files.writeString(folder.resolve(Images.FILE), "ngnix = local/nginx:1\n");
        assertThatThrownBy(() -> Images.configured(new Properties(), Map.of(), file))
                .isInstanceOf(ReplicaException.class)
                .hasMessageEndingWith(Images.FILE
                        + " names the image `ngnix`, which no part has; there are [postgres, nginx, jre, redis, ryuk]");
    }

    @ParameterizedTest
    @CsvSource({"local/postgres:15, false", "postgres:15, true", "localhost:5000/postgres:15, true"})
    void only_local_images_are_never_pulled(String name, boolean mayBePulled) {
        assertThat(new Image(Image.Role.POSTGRES, name).mayBePulled()).isEqualTo(mayBePulled);
    }
}
