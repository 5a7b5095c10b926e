package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every edge does, whichever program it is; behind it are the services of a healthy replica. */
abstract class EdgeBehaviour {
    private final URI edge = edgeOf("staging");
    private final String key = "X-Access-Key: " + HealthyReplica.variable("staging", "STAGING_ACCESS_KEY");

    /** The edge that serves an environment. */
    abstract URI edgeOf(String environment);

    @ParameterizedTest
    @ValueSource(strings = {"staging", "STAGING", "Staging", " staging", "\tstaging\t"})
    void a_name_in_any_letter_case_is_the_environment(String value) throws IOException {
        assertThat(used("X-Environment:" + value, key)).isEqualTo("staging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stagng", "staging,production", "staging;", "\"staging\"", "stagin\u00e9", "stg"})
    void any_other_value_leads_to_the_default(String value) throws IOException {
        assertThat(used("X-Environment: " + value, key)).isEqualTo("production");
    }

    @Test
    void a_control_byte_is_no_part_of_any_header() throws IOException {
        assertThat(used("X-Environment: stag\u0001ing", key)).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void a_value_of_8_kilobytes_leads_to_the_default() throws IOException {
        assertThat(used("X-Environment: " + "s".repeat(8192), key)).isEqualTo("production");
    }

    @Test
    void lines_that_contradict_each_other_lead_to_the_default() throws IOException {
        assertThat(used("X-Environment: staging", "X-Environment: development", key))
                .isEqualTo("production");
    }

    @Test
    void the_same_name_twice_is_that_name() throws IOException {
        assertThat(used("X-Environment: staging", "X-Environment: staging", key))
                .isEqualTo("staging");
    }

    @Test
    void no_header_leads_to_the_edge_default() throws IOException {
        assertThat(used()).isEqualTo("production");
        assertThat(usedAt(edgeOf("development"))).isEqualTo("development");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Other: 1", "X-Access-Key: guess", "X-Access-Key: "})
    void choosing_staging_without_its_key_is_refused(String line) throws IOException {
        assertThat(RawRequest.get(edge.resolve("/api/job-matcher/health"), "X-Environment: staging", line))
                .startsWith("HTTP/1.1 403 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/", "/api/job-matcherx/health", "/api/nothing/health", "/.env"})
    void an_unknown_path_answers_404(String path) throws IOException {
        assertThat(RawRequest.get(edge.resolve(path))).startsWith("HTTP/1.1 404 ");
    }

    @Test
    void a_service_receives_what_the_edge_must_hand_on() throws IOException {
        String id = UUID.randomUUID().toString();
        RawRequest.get(
                edge.resolve("/api/job-extractor/health"), "X-Request-Id: " + id, "X-Forwarded-For: 203.0.113.9");
        String log =
                Files.readString(HealthyReplica.target("production").logFiles().get("job-extractor"));
        assertThat(log.lines().filter(line -> line.contains(id)))
                .singleElement()
                .asString()
                .contains(
                        "\"host\":\"127.0.0.1:" + edge.getPort() + "\"",
                        "\"real_ip\":\"127.0.0.1\"",
                        "\"forwarded_for\":\"127.0.0.1\"",
                        "\"forwarded_proto\":\"http\"",
                        "\"protocol\":\"HTTP/1.1\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/nothing", "/errors/404", "/.env"})
    void its_own_errors_are_json_and_name_no_version(String path) throws IOException {
        assertThat(RawRequest.get(edge.resolve(path)))
                .contains("Content-Type: application/json")
                .endsWith("{\"error\":\"not found\"}")
                .doesNotContainPattern("Server: .*[0-9]");
    }

    @Test
    void a_preflight_needs_no_key() throws IOException {
        assertThat(RawRequest.send("OPTIONS", edge.resolve("/api/job-matcher/health"), "X-Environment: staging"))
                .startsWith("HTTP/1.1 204 ");
    }

    @Test
    void the_burst_passes_then_callers_are_told_to_slow_down() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            statuses.add(status(edge.resolve("/api/resume-parser/parse")));
        }
        assertThat(statuses.subList(0, 20)).containsOnly("200");
        assertThat(statuses.subList(20, 30)).contains("429");
    }

    @Test
    void many_clients_at_once_are_all_answered() {
        assertThat(IntStream.range(0, 400).parallel().mapToObj(i -> answered())).containsOnly("200");
    }

    private String answered() {
        try {
            return status(edge.resolve("/api/job-matcher/identity"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String status(URI address) throws IOException {
        return RawRequest.get(address).split(" ", 3)[1];
    }

    private String used(String... lines) throws IOException {
        return usedAt(edge, lines);
    }

    private static String usedAt(URI at, String... lines) throws IOException {
        String answer = RawRequest.get(at.resolve("/api/job-matcher/health"), lines);
        return answer.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("x-environment-used:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(answer);
    }
}
