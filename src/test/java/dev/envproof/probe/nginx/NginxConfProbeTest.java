package dev.envproof.probe.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.probe.nginx.NginxConfProbe.Forward;
import dev.envproof.probe.nginx.NginxConfProbe.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxConfProbeTest {
    private static final List<Route> ROUTES = List.of(new Route("/api/matcher/", "matcher"));

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # in the location                                       | what becomes of the header
            proxy_set_header X-Environment $http_x_environment;     | FORWARDED
            proxy_set_header x-environment ${http_x_environment};   | FORWARDED
            proxy_set_header Host $host;                            | FORWARDED
            add_header X-Environment "";                            | FORWARDED
            proxy_set_header X-Environment "";                      | DROPPED
            proxy_set_header X-Environment '';                      | DROPPED
            proxy_pass_request_headers off;                         | DROPPED
            proxy_set_header X-Environment production;              | PINNED
            proxy_set_header X-Environment $chosen;                 | UNCLEAR
            proxy_set_header X-Environment $same;                   | FORWARDED
            proxy_set_header X-Environment $pinned;                 | PINNED
            proxy_set_header X-Environment $elsewhere;              | UNCLEAR
            set $mine $http_x_environment; proxy_set_header X-Environment $mine; | FORWARDED
            proxy_pass_request_headers off; proxy_set_header X-Environment $http_x_environment; | FORWARDED
            """)
    void knows_what_becomes_of_the_header(String lines, HeaderFate fate) throws IOException {
        assertThat(fates("""
                map $http_x_environment $chosen { default production; staging staging; }
                map $http_x_environment $same { default $http_x_environment; }
                server {
                  set $pinned production;
                  location /api/matcher/ { %s proxy_pass http://matcher; }
                }
                """.formatted(lines))).containsExactly(fate);
    }

    @Test
    void a_location_with_headers_of_its_own_inherits_none() throws IOException {
        String conf = """
                server {
                  proxy_set_header X-Environment "";
                  location /api/matcher/ { %s proxy_pass http://matcher; }
                }
                """;
        assertThat(fates(conf.formatted(""))).containsExactly(HeaderFate.DROPPED);
        assertThat(fates(conf.formatted("proxy_set_header Host $host;"))).containsExactly(HeaderFate.FORWARDED);
    }

    @Test
    void switches_are_inherited_from_outer_blocks() throws IOException {
        assertThat(fates("""
                proxy_pass_request_headers off;
                server { location / { proxy_pass http://all; } }
                """)).containsExactly(HeaderFate.DROPPED);
    }

    @Test
    void a_name_with_an_underscore_is_dropped_unless_nginx_is_told_otherwise() throws IOException {
        Path conf = write("nginx.conf", "server { location / { proxy_pass http://all; } }");
        Path told = write("told.conf", "server { underscores_in_headers on; location / { proxy_pass http://all; } }");
        assertThat(NginxConfProbe.look(conf, ROUTES, "X_Environment").forwards())
                .extracting(Forward::fate)
                .containsExactly(HeaderFate.DROPPED);
        assertThat(NginxConfProbe.look(told, ROUTES, "X_Environment").forwards())
                .extracting(Forward::fate)
                .containsExactly(HeaderFate.FORWARDED);
    }

    @Test
    void takes_the_location_that_nginx_takes() throws IOException {
        String conf = """
                server {
                  location / { proxy_pass http://all; }
                  location %s /api/ { proxy_set_header X-Environment ""; proxy_pass http://api; }
                  location ~* ^/API/(matcher|parser)/ { proxy_set_header X-Environment pinned; proxy_pass http://one; }
                }
                """;
        assertThat(fates(conf.formatted(""))).containsExactly(HeaderFate.PINNED);
        assertThat(fates(conf.formatted("^~"))).containsExactly(HeaderFate.DROPPED);
    }

    @Test
    void looks_at_every_server_and_at_blocks_inside_locations() throws IOException {
        assertThat(fates("""
                http {
                  server { listen 80; location / { return 301 https://$host$request_uri; } }
                  server {
                    listen 443 ssl; # the front door
                    location /api/ {
                      location /api/matcher/ { proxy_pass http://matcher; }
                    }
                  }
                  server {
                    location /api/matcher/ { if ($arg_old) { proxy_pass http://old; } proxy_pass http://new; }
                  }
                }
                """)).containsExactly(HeaderFate.FORWARDED, HeaderFate.FORWARDED, HeaderFate.FORWARDED);
    }

    @Test
    void names_the_location_and_its_line() throws IOException {
        Seen seen = look("server {\n  # a comment; with { marks }\n  location /api/ { proxy_pass http://a; }\n}\n");
        assertThat(seen.forwards()).extracting(Forward::where).containsExactly("nginx.conf:3:3: location /api/");
    }

    @Test
    void tells_routes_that_no_location_hands_on() throws IOException {
        assertThat(look("server { location /other/ { proxy_pass http://a; } }").unserved())
                .containsExactly("/api/matcher/");
    }

    @Test
    void reads_includes_of_its_own_folder_and_notes_others() throws IOException {
        Files.createDirectory(folder.resolve("conf.d"));
        write("conf.d/matcher.conf", "location /api/matcher/ { proxy_pass http://matcher; }");
        Seen seen =
                look("include /etc/nginx/mime.types; include ../secret; http { server { include conf.d/*.conf; } }");
        assertThat(seen.forwards()).extracting(Forward::fate).containsExactly(HeaderFate.FORWARDED);
        assertThat(seen.notRead()).containsExactly("/etc/nginx/mime.types", "../secret");
    }

    @Test
    void a_file_that_includes_itself_comes_to_an_end() throws IOException {
        assertThat(look("include nginx.conf; server { }").notRead()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"server {", "server { } }", "listen 80", "server { listen 80 }", "location \"a {", "; ;"})
    void says_which_line_nginx_would_refuse(String conf) throws IOException {
        assertThat(look(conf).failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("nginx.conf:1:"));
    }

    @Test
    void a_missing_file_is_no_verdict() {
        assertThat(NginxConfProbe.look(folder.resolve("none.conf"), ROUTES, "X-Environment")
                        .failure())
                .isPresent();
    }

    private List<HeaderFate> fates(String conf) throws IOException {
        Seen seen = look(conf);
        assertThat(seen.failure()).isEmpty();
        return seen.forwards().stream().map(Forward::fate).toList();
    }

    private Seen look(String conf) throws IOException {
        return NginxConfProbe.look(write("nginx.conf", conf), ROUTES, "X-Environment");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
