package dev.envproof.probe.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Ask.Header;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.SampleSystem;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSearchTest {
    private static final URI PAGE = URI.create("https://staging.exams.example/");
    private static final String ACCESS_KEY = "7f3c9b1e5a2d8064c7e9";

    private final PageSearch search =
            PageSearch.of(SampleSystem.targets(PAGE, Engine.REMOTE, Map.of("STAGING_ACCESS_KEY", ACCESS_KEY))
                    .get(0));

    @Test
    void finds_a_service_key_and_leaves_an_anonymous_one() {
        assertThat(search.keys("const k='" + token("service_role") + "'"))
                .containsExactly("a key of the role service_role");
        assertThat(search.keys("const k='" + token("anon") + "'")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sb_secret_0123456789abcdef", "-----BEGIN RSA PRIVATE KEY-----\\nMIIE"})
    void finds_keys_by_their_shape(String key) {
        assertThat(search.keys("const k='" + key + "'")).hasSize(1);
    }

    @Test
    void finds_a_declared_secret_in_any_form_and_names_its_variable_alone() {
        String encoded = Base64.getEncoder().encodeToString(ACCESS_KEY.getBytes(StandardCharsets.UTF_8));
        assertThat(search.keys("a=" + ACCESS_KEY)).containsExactly("the value of STAGING_ACCESS_KEY");
        assertThat(search.keys("a=" + encoded)).containsExactly("the value of STAGING_ACCESS_KEY");
        assertThat(search.keys("publishable: sb_publishable_0123456789")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>fetch('https://api.exams.example/x')</script>",
                "<img src=https://api.exams.example/x>",
                "<form action=\"https://API.exams.example./x\">",
                "<meta name=api content='wss://api.exams.example/live'>"
            })
    void a_page_calls_what_its_scripts_and_tags_name(String page) {
        assertThat(search.called(answer("text/html", page))).containsExactly("api.exams.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Real exams are at https://api.exams.example/</p>",
                "<a href=\"https://api.exams.example/\">there</a>",
                "<link rel=canonical href=https://api.exams.example/>",
                "<script>jsx('a',{href:\"https://api.exams.example/\"})</script>"
            })
    void what_a_visitor_may_follow_is_not_called(String page) {
        assertThat(search.called(answer("text/html", page))).isEmpty();
    }

    @Test
    void a_content_policy_names_whom_scripts_may_call() {
        Answer answer = answer(
                "text/html",
                "",
                new Header("Content-Security-Policy", "default-src 'self'; connect-src 'self' api.exams.example"));
        assertThat(search.called(answer)).containsExactly("api.exams.example");
    }

    @Test
    void only_files_of_the_pages_own_address_are_read() {
        String page = "<script type=module src=\"/assets/index-1.js\"></script>"
                + "<script src='https://cdn.example/x.js'></script><link rel=modulepreload href=/assets/vendor.js>";
        assertThat(PageSearch.loaded(PAGE, answer("text/html", page)))
                .containsExactlyInAnyOrder(PAGE.resolve("/assets/index-1.js"), PAGE.resolve("/assets/vendor.js"));
        String script = "import{a}from\"./chunk-2.js\";import(\"./lazy.js\");\n//# sourceMappingURL=index-1.js.map";
        assertThat(PageSearch.loaded(PAGE.resolve("/assets/index-1.js"), answer("text/javascript", script)))
                .containsExactlyInAnyOrder(
                        PAGE.resolve("/assets/chunk-2.js"),
                        PAGE.resolve("/assets/lazy.js"),
                        PAGE.resolve("/assets/index-1.js.map"));
    }

    private static String token(String role) {
        return part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part("{\"role\":\"" + role + "\"}")
                + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer answer(String type, String body, Header... more) {
        List<Header> headers = new ArrayList<>(List.of(new Header("Content-Type", type)));
        headers.addAll(List.of(more));
        return new Answer(200, headers, body, false, Duration.ZERO, new Exchange("GET /", List.of(), "curl"));
    }
}
