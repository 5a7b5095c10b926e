package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HttpAddressTest {

    @Test
    void user_and_password_leave_the_url_and_go_into_a_header() {
        Ask ask = HttpAddress.parse("http://app:p%40ss@search.internal:9200/base", Optional.empty())
                .orElseThrow()
                .ask("GET", "_search?q=%22x%22");
        assertThat(ask.address()).hasToString("http://search.internal:9200/base/_search?q=%22x%22");
        assertThat(ask.headers()).containsExactly(new Ask.Header("Authorization", "Basic YXBwOnBAc3M="));
    }

    @Test
    void a_key_is_the_password_of_a_url_without_one() {
        Ask ask = HttpAddress.parse("https://app@graph.internal/db/neo4j/", Optional.of("p@ss"))
                .orElseThrow()
                .get();
        assertThat(ask.headers()).containsExactly(new Ask.Header("Authorization", "Basic YXBwOnBAc3M="));
    }

    @Test
    void other_schemes_are_no_http_address() {
        assertThat(HttpAddress.parse("bolt://graph.internal:7687", Optional.empty()))
                .isEmpty();
        assertThat(HttpAddress.parse("not a url", Optional.empty())).isEmpty();
    }

    @Test
    void its_text_hides_the_password() {
        assertThat(HttpAddress.parse("http://app:secret@search.internal", Optional.empty())
                        .orElseThrow())
                .hasToString("search.internal");
    }
}
