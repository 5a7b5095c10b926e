package dev.envproof.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The many forms in which compose files say the same. */
class ComposeFormsTest {
    private static final Interpolation VALUES = new Interpolation(Map.of("PORT", "3000", "DOMAIN", "shop.example"));

    @TempDir
    private Path root;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "8080:80"                                              | :8080
            8080:80                                                | :8080
            "127.0.0.1:8080:80/tcp"                                | 127.0.0.1:8080
            "0.0.0.0:8080:80"                                      | :8080
            "[::1]:8080:80"                                        | [::1]:8080
            "${PORT}:80"                                           | :3000
            "${OTHER:-4000}:80"                                    | :4000
            { target: 80, published: "8080", protocol: tcp }       | :8080
            { target: 80, published: 8080, host_ip: 127.0.0.1 }    | 127.0.0.1:8080
            "8080-8090:80-90"                                      | none
            "8080-8090:80"                                         | none
            "80"                                                   | none
            80                                                     | none
            "${OTHER}:80"                                          | none
            "70000:80"                                             | none
            "53:53/udp"                                            | nothing
            """)
    void tells_a_published_port(String item, String port) {
        List<Note> notes = new ArrayList<>();

        List<PublishedPort> ports = PublishedPort.of(service("ports: [" + item + "]"), VALUES, notes);

        if (port.startsWith("no")) {
            assertThat(ports).isEmpty();
            assertThat(notes).hasSize(port.equals("none") ? 1 : 0);
        } else {
            assertThat(ports).extracting(it -> it.host() + ":" + it.published()).containsExactly(port);
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            curl -f http://localhost:8000/health                               ; /health
            ["CMD", "curl", "-f", "http://localhost/api/v1/health/"]           ; /api/v1/health/
            ["CMD-SHELL", "wget -qO- http://127.0.0.1:80/ok?a=b || exit 1"]    ; /ok
            ["CMD", "wget", "--spider", "localhost:3000/healthz"]              ; /healthz
            "curl http://localhost:$${PORT}/health"                            ; /health
            ["CMD", "pg_isready", "-U", "app"]                                 ; none
            curl http://localhost:8000                                         ; none
            ["NONE"]                                                           ; none
            """)
    void tells_the_path_of_a_health_check(String test, String path) {
        assertThat(HealthPath.of(service("healthcheck: { test: " + test + " }"))
                        .map(HealthPath::path)
                        .orElse("none"))
                .isEqualTo(path);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '~', textBlock = """
            Host(`a.example`)                                          ; https://a.example/
            Host(`A.example`, `b.example`)                             ; https://a.example/ https://b.example/
            Host(`a.example`) || Host("b.example")                     ; https://a.example/ https://b.example/
            Host(`api.${DOMAIN}`) && PathPrefix(`/v1`)                 ; https://api.shop.example/v1/
            PathPrefix(`/v1`) && (Host(`a.example`))                   ; https://a.example/v1/
            Host(`a.example`) && !PathPrefix(`/internal`)              ; https://a.example/
            HostRegexp(`{name:.+}.example`)                            ;
            Host(`${UNKNOWN}`)                                         ;
            Host(`${DOMAIN_KEY:-a.example}`)                           ;
            PathPrefix(`/v1`)                                          ;
            """)
    void tells_the_addresses_of_a_traefik_router(String rule, String addresses) {
        TraefikLabels.Seen seen = TraefikLabels.of(
                service("labels: ['traefik.http.routers.a.tls=true', 'traefik.http.routers.a.rule=" + rule + "']"),
                VALUES);

        assertThat(seen.reaches())
                .extracting(reach -> reach.authority() + reach.path())
                .containsExactly(addresses == null ? new String[] {} : addresses.split(" ", -1));
        assertThat(seen.notes())
                .hasSize(
                        addresses == null || rule.contains("!")
                                ? Math.max(1, seen.notes().size())
                                : 0);
    }

    @Test
    void a_mapping_and_a_list_say_the_same() {
        assertThat(service("environment: { A: b, C: 1, D: }").pairs("environment"))
                .extracting(pair -> pair.name() + "=" + pair.text())
                .containsExactly("A=b", "C=1", "D=");
        assertThat(service("environment: [A=b, C=1, D]").pairs("environment"))
                .extracting(pair -> pair.name() + "=" + pair.text())
                .containsExactly("A=b", "C=1", "D=");
        assertThat(service("depends_on: [a, b]").names("depends_on")).containsExactly("a", "b");
        assertThat(service("depends_on: { a: { condition: service_started }, b: }")
                        .names("depends_on"))
                .containsExactly("a", "b");
    }

    private ComposeService service(String body) {
        Problems problems = new Problems();
        Path file = new Folder(root).write("compose.yml", "services:\n  api:\n    " + body + "\n");
        Map<String, ComposeService> services =
                ComposeFile.read(file, Nearby.of(file, List.of(), new ArrayList<>(), problems));
        assertThat(problems.sorted()).isEmpty();
        return services.values().iterator().next();
    }
}
