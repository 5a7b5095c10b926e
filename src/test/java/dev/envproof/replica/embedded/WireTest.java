package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Variables;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WireTest {
    @Test
    void a_shape_arrives_as_it_was_sent() {
        Shape sent = new Shape(
                JobPlatform.SYSTEM,
                Set.of(Fault.CORS_REFLECT_ANY_ORIGIN, LookAlike.HEALTH_SLASH_ADDED),
                Map.of("public", new Variables(Map.of("NAME", "v\u00e4lue", "EMPTY", ""))));
        Shape arrived = Wire.decoded(Shape.class, Wire.encoded(sent));
        assertThat(arrived.system()).isEqualTo(sent.system());
        assertThat(arrived.deviations()).isEqualTo(sent.deviations());
        assertThat(arrived.variables("public").asMap())
                .isEqualTo(sent.variables("public").asMap());
    }

    @Test
    void a_project_arrives_with_its_secrets() {
        Project sent = Project.random("staging", true);
        assertThat(Wire.decoded(Project.class, Wire.encoded(sent))).isEqualTo(sent);
    }

    @Test
    void no_class_of_others_is_made() {
        byte[] foreign = "R\0\0\0\20java.lang.Object".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Wire.decoded(Object.class, Base64.getEncoder().encodeToString(foreign)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }

    @Test
    void another_kind_than_expected_is_refused() {
        assertThatThrownBy(() -> Wire.decoded(Shape.class, Wire.encoded(Project.random("staging", true))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
