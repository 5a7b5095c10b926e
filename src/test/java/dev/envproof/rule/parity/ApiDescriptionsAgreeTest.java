package dev.envproof.rule.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.rule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiDescriptionsAgreeTest {
    private static final String DOCUMENT = """
            {"openapi":"3.1.0","info":{"title":"API"},"paths":{"/jobs":{"get":{
              "summary":"Jobs","parameters":[{"name":"page","in":"query","schema":{"type":"integer"}},{"name":"tag","in":"query"}],
              "responses":{"200":{"description":"Fine"}}}}},
             "components":{"schemas":{"Job":{"type":"object","required":["id","name"],
              "properties":{"id":{"type":"string"},"description":{"type":"string"}}}}}}""";

    @Test
    void lets_prose_and_order_differ() {
        String other = DOCUMENT.replace("\"Jobs\"", "\"All jobs\"")
                .replace("Fine", "It worked")
                .replace("[\"id\",\"name\"]", "[\"name\",\"id\"]");

        assertThat(compared(other)).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void finds_another_response_and_says_where() {
        assertThat(compared(DOCUMENT.replace("\"200\"", "\"202\"")))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw())
                                .isEqualTo("api/openapi.json: only in production: paths /jobs get responses 200;"
                                        + " only in staging: paths /jobs get responses 202"));
    }

    @Test
    void finds_a_parameter_a_schema_and_an_operation_that_differ() {
        assertThat(compared(DOCUMENT.replace("integer", "string"))).isInstanceOf(Verdict.Broken.class);
        assertThat(compared(DOCUMENT.replace("\"page\"", "\"from\""))).isInstanceOf(Verdict.Broken.class);
        assertThat(compared(DOCUMENT.replace("{\"get\"", "{\"post\""))).isInstanceOf(Verdict.Broken.class);
        assertThat(compared(DOCUMENT.replace("\"description\":{", "\"title\":{")))
                .as("a property may be called description")
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void finds_a_description_that_one_environment_alone_serves() {
        assertThat(compared("<html>")).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void proves_nothing_where_no_environment_serves_one() {
        assertThat(new Compared("insurance-navigator", Map.of())
                        .answering(ask -> "<html>")
                        .descriptions())
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Verdict compared(String staging) {
        return new Compared("insurance-navigator", Map.of())
                .answering(ask -> {
                    if (!ask.address().getPath().endsWith("openapi.json")) {
                        return "<html>";
                    }
                    return String.valueOf(ask.address().getHost()).startsWith("staging") ? staging : DOCUMENT;
                })
                .descriptions();
    }
}
