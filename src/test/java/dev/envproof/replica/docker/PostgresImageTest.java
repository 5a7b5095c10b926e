package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresImageTest {
    @ParameterizedTest
    @CsvSource({
        "mirror/postgres:15, local/postgres:15, mirror/postgres:15",
        "'',                 local/postgres:15, local/postgres:15",
        "' ',                ' ',               " + PostgresImage.OFFICIAL,
    })
    void the_property_comes_before_the_variable_and_blank_is_unset(String property, String variable, String chosen) {
        Properties properties = new Properties();
        properties.setProperty(PostgresImage.PROPERTY, property);
        assertThat(PostgresImage.configured(properties, Map.of(PostgresImage.VARIABLE, variable))
                        .name())
                .isEqualTo(chosen);
    }

    @ParameterizedTest
    @CsvSource({"local/postgres:15, false", "postgres:15, true", "localhost:5000/postgres:15, true"})
    void only_local_images_are_never_pulled(String name, boolean mayBePulled) {
        assertThat(new PostgresImage(name).mayBePulled()).isEqualTo(mayBePulled);
    }
}
