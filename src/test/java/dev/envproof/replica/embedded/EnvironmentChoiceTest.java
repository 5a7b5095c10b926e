package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentChoiceTest {

    @ParameterizedTest
    @CsvSource({"development, development", "STAGING, staging", "nonsense, production", "'', production"})
    void the_default_is_what_the_variable_names_else_what_the_file_declares(String value, String expected) {
        assertThat(chosen(JobPlatform.SYSTEM, Map.of("DEFAULT_ENVIRONMENT", value), List.of()))
                .contains(expected);
    }

    @Test
    void an_unset_default_is_what_the_file_declares() {
        assertThat(chosen(JobPlatform.SYSTEM, Map.of(), List.of())).contains("production");
    }

    @Test
    void an_unknown_value_is_refused_where_that_is_declared() {
        SystemUnderTest refusing = Environments.load(
                Path.of("environments/job-platform"),
                Map.of(),
                Map.of("system.routing-header.unknown-value", "refused"));
        assertThat(chosen(refusing, Map.of(), List.of("stagng"))).isEmpty();
        assertThat(chosen(refusing, Map.of(), List.of("staging"))).contains("staging");
        assertThat(chosen(refusing, Map.of(), List.of())).contains("production");
    }

    private static Optional<String> chosen(SystemUnderTest system, Map<String, String> variables, List<String> lines) {
        Shape shape = new Shape(system, Set.of(), Map.of("public", new Variables(variables)));
        return EnvironmentChoice.of(shape, "public", lines).map(Environment::name);
    }
}
