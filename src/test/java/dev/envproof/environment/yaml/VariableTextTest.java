package dev.envproof.environment.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.yaml.Node.Scalar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How variables are filled in. */
class VariableTextTest {
    private static final Map<String, String> PROCESS = Map.of("NAME", "value", "EMPTY", "", "MARKS", "$1\\${NAME}");

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "no variable, no variable",
        "${NAME}, value",
        "a ${NAME} and ${NAME} b, a value and value b",
        "${UNSET:default}, default",
        "${UNSET:http://h:1/}, http://h:1/",
        "${UNSET:}, ''",
        "${NAME:default}, value",
        "${EMPTY:default}, ''",
        "$${NAME}, ${NAME}",
        "$$${NAME}, $${NAME}",
        "$NAME and $ and }, $NAME and $ and }",
        "${MARKS}, $1\\${NAME}",
    })
    void fills_in(String written, String filled) {
        assertThat(text(written)).isEqualTo(filled);
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${UNSET}",
                "${",
                "${}",
                "${ NAME}",
                "${1NAME}",
                "${NAME",
                "${NA ME}",
                "${UNSET:${NAME}}",
                "${UNSET:-x}",
                "${NAME:-x}"
            })
    void reports_what_it_cannot_fill_in(String written) {
        text(written);

        assertThat(problems.sorted()).isNotEmpty();
    }

    @Test
    void a_set_but_empty_variable_is_not_its_default() {
        assertThat(text("${EMPTY:default}")).isEmpty();
    }

    @Test
    void names_every_missing_variable_at_once() {
        text("${ONE}${TWO}");

        assertThat(problems.sorted())
                .extracting(Problem::seen)
                .isEqualTo(List.of("the variable ONE is not set", "the variable TWO is not set"));
    }

    private String text(String written) {
        Scalar scalar = new Scalar(new Place("file", 1, 1), written, written, Node.Type.TEXT);
        return new VariableText(PROCESS, problems).fillIn("key", scalar).text();
    }
}
