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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NginxIncludesTest {
    private static final List<Route> ROUTES = List.of(new Route("/api/matcher/", "matcher"));
    private static final String SERVED = "location /api/matcher/ { proxy_pass http://matcher; }";

    @TempDir
    Path outside;

    private Path folder;

    @BeforeEach
    void make_the_folder() throws IOException {
        folder = Files.createDirectories(outside.resolve("nginx"));
        Files.createDirectory(folder.resolve("conf.d"));
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # where the include stands                                                                      | fate
            http { server { location / { include /etc/nginx/proxy_params; proxy_pass http://a; } } }        | UNREAD
            http { server { location / { include missing.conf; proxy_pass http://a; } } }                   | UNREAD
            http { include ../all.conf; server { location / { proxy_pass http://a; } } }                    | UNREAD
            http { server { include ../all.conf; location / { proxy_pass http://a; } } }                    | UNREAD
            include ../all.conf; server { location / { proxy_pass http://a; } }                             | UNREAD
            include ../all.conf; http { server { location / { proxy_pass http://a; } } }                    | FORWARDED
            http { include /etc/nginx/mime.types; server { location / { proxy_pass http://a; } } }          | FORWARDED
            server { include x; location / { proxy_set_header X-Environment ""; proxy_pass http://a; } }    | DROPPED
            """)
    void an_include_that_was_not_read_leaves_the_fate_open_where_it_may_matter(String conf, String fate)
            throws IOException {
        assertThat(look(conf).forwards())
                .extracting(forward -> forward.fate().name())
                .containsExactly(fate);
    }

    @Test
    void a_link_does_not_lead_out_of_the_folder() throws IOException {
        Path secret = Files.writeString(outside.resolve("secret.conf"), SERVED, StandardCharsets.UTF_8);
        Files.createSymbolicLink(folder.resolve("conf.d/linked.conf"), secret);
        Files.createSymbolicLink(folder.resolve("out"), outside);
        Seen seen = look("server { include conf.d/*.conf; include out/secret.conf; }");
        assertThat(seen.forwards()).isEmpty();
        assertThat(seen.notRead()).hasSize(2);
    }

    @Test
    void a_link_inside_the_folder_is_followed() throws IOException {
        Path available = write("available.conf", SERVED);
        Files.createSymbolicLink(folder.resolve("conf.d/enabled.conf"), available);
        assertThat(look("server { include conf.d/*.conf; }").forwards()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"include conf.d/[a;", "include \"conf.d/\0\";", "include 'conf.d/{a';"})
    void a_pattern_that_is_none_is_told_with_its_place(String include) throws IOException {
        assertThat(look("server {\n" + include + "\n}").failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("nginx.conf:2:1: include "));
    }

    @Test
    void an_expression_that_cannot_be_read_is_told_with_its_place() throws IOException {
        assertThat(look("server {\n location ~ ^/(api { proxy_pass http://a; } }")
                        .failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("nginx.conf:2:2: location ~ "));
    }

    @Test
    void names_the_included_file_and_its_line() throws IOException {
        write("conf.d/a.conf", "\n\n" + SERVED);
        assertThat(look("server { include conf.d/*; }").forwards())
                .extracting(Forward::where)
                .containsExactly("conf.d/a.conf:3:1: location /api/matcher/");
        write("conf.d/b.conf", "\nlocation / {");
        assertThat(look("server { include conf.d/*; }").failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("conf.d/b.conf:"));
    }

    @Test
    void a_file_that_is_no_text_is_told_by_its_name() throws IOException {
        Files.write(folder.resolve("conf.d/a.conf"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(look("server { include conf.d/*; }").failure())
                .hasValueSatisfying(why -> assertThat(why).startsWith("conf.d/a.conf: "));
    }

    @Test
    void a_glob_that_matches_too_many_files_is_not_read() throws IOException {
        for (int i = 0; i <= 200; i++) {
            write("conf.d/" + i + ".conf", "# nothing");
        }
        Seen seen = look("server { include conf.d/*.conf; " + SERVED + " }");
        assertThat(seen.notRead()).containsExactly("conf.d/*.conf");
        assertThat(seen.forwards()).extracting(forward -> forward.fate().name()).containsExactly("UNREAD");
    }

    private Seen look(String conf) throws IOException {
        return NginxConfProbe.look(write("nginx.conf", conf), ROUTES, "X-Environment");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
