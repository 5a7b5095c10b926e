package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.evidence.Redaction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebProxyTest {
    /** The first byte of a TLS handshake (RFC 8446, 5.1). */
    private static final int HANDSHAKE = 22;

    private static final Redaction NOTHING = Redaction.of(List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https_proxy=http://way:8080                           | https://hooks.example/a      | way:8080
            HTTPS_PROXY=way                                       | https://hooks.example/a      | way:1080
            all_proxy=way:9050                                    | https://hooks.example/a      | way:9050
            http_proxy=way:3128                                   | http://hooks.example/a       | way:3128
            HTTP_PROXY=way:3128                                   | http://hooks.example/a       | none
            http_proxy=way:3128                                   | https://hooks.example/a      | none
            https_proxy=way:1;no_proxy=hooks.example              | https://hooks.example/a      | none
            https_proxy=way:1;no_proxy=.example                   | https://Hooks.Example/a      | none
            https_proxy=way:1;NO_PROXY=a.example, *.example       | https://hooks.example/a      | none
            https_proxy=way:1;no_proxy=*                          | https://hooks.example/a      | none
            https_proxy=way:1;no_proxy=hooks.example:8443         | https://hooks.example:8443/a | none
            https_proxy=way:1;no_proxy=hooks.example:8443         | https://hooks.example/a      | way:1
            https_proxy=way:1;no_proxy=oks.example                | https://hooks.example/a      | way:1
            https_proxy=                                          | https://hooks.example/a      | none
            https_proxy=socks5://way;no_proxy=*                   | https://hooks.example/a      | none
            https_proxy=http://me:pw%40x@way:8080/                | https://hooks.example/a      | way:8080
            """)
    void takes_the_proxy_that_curl_would(String variables, URI address, String way) throws WireFailure {
        Map<String, String> environment = List.of(variables.split(";", -1)).stream()
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));

        assertThat(new WebProxy(environment)
                        .to(Origin.of(address))
                        .map(WayOut::origin)
                        .map(Origin::hostHeader))
                .isEqualTo(Optional.of(way).filter(it -> !it.equals("none")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            socks5://way:9050       | a SOCKS proxy can't be taken
            SOCKS://me:h1dden@way   | a SOCKS proxy can't be taken
            https://way:8443        | TLS to a proxy is not spoken
            ftp://way               | no address of a proxy
            way:abc                 | no address of a proxy
            way:0                   | no address of a proxy
            way:70000               | no address of a proxy
            :// ::                  | no address of a proxy
            http://me:h1#den@way:1  | no address of a proxy
            http://me:h1%zen@way:1  | no address of a proxy
            http://m%3Ae:h1den@w:1  | a user's name can't hold a colon
            http://                 | no address of a proxy
            """)
    void a_proxy_that_cannot_be_taken_is_refused_by_its_variable_alone(String value, String why) {
        WebProxy proxies = new WebProxy(Map.of("https_proxy", value));
        assertThatThrownBy(() -> proxies.to(Origin.of(URI.create("https://hooks.example/a"))))
                .isInstanceOf(WireFailure.class)
                .hasMessage("https_proxy: " + why
                        + "; accepted: http://host:port, with user:password@ before the host, percent-encoded");
    }

    @ParameterizedTest
    @CsvSource({
        "me:p%40ss%3A+w, Basic bWU6cEBzczordw==",
        "me, Basic bWU6",
        "m%C3%A9:, Basic bcOpOg==",
        "'', none",
        ":, none",
    })
    void credentials_are_decoded_and_sent_as_basic_ones(String userInfo, String header) throws WireFailure {
        WayOut way = WayOut.of("https_proxy", "http://" + userInfo + "@way:1");
        assertThat(way.credentials().orElse("none")).isEqualTo(header);
        assertThat(way).asString().isEqualTo("http://way:1");
    }

    @Test
    void hides_the_credentials_of_every_variable_even_of_an_unusable_one() {
        Redaction hiding = Redaction.of(
                new WebProxy(Map.of("HTTP_PROXY", "me:h1%64den@way", "all_proxy", "socks5://you:sl/ash#ed@way"))
                        .secrets());
        assertThat(hiding.redact("h1%64den h1dden sl/ash#ed bWU6aDFkZGVu way"))
                .isEqualTo("[redacted] [redacted] [redacted] [redacted] way");
    }

    @Test
    void asks_through_a_tunnel_and_lets_the_proxy_resolve_the_name() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> tunnel(proxy));
            WebProxy proxies = new WebProxy(Map.of("https_proxy", "me:pw@127.0.0.1:" + proxy.getLocalPort()));

            assertThat(SocketWire.through(proxies, NOTHING, Caps.DEFAULT).send(ask("https://hooks.invalid/a")))
                    .isInstanceOfSatisfying(
                            Reply.NoAnswer.class,
                            none -> assertThat(none.stage()).isEqualTo(Reply.Stage.TLS));

            assertThat(asked.get(10, TimeUnit.SECONDS))
                    .containsExactly(
                            "CONNECT hooks.invalid:443 HTTP/1.1",
                            "Host: hooks.invalid:443",
                            "Proxy-Authorization: Basic bWU6cHc=",
                            "TLS");
        }
    }

    @Test
    void plain_requests_name_the_whole_address_to_the_proxy() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            WebProxy proxies = new WebProxy(Map.of("http_proxy", "me:pw@127.0.0.1:" + proxy.port()));

            assertThat(SocketWire.through(proxies, NOTHING, Caps.DEFAULT)
                            .send(ask("http://you:there@hooks.invalid:81/a?b=c")))
                    .isInstanceOfSatisfying(
                            Reply.Answer.class,
                            answer -> assertThat(answer.status()).isEqualTo(204));
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET http://hooks.invalid:81/a?b=c HTTP/1.1\r\nHost: hooks.invalid:81\r\n")
                    .contains("\r\nProxy-Authorization: Basic bWU6cHc=\r\n");
        }
    }

    @Test
    void without_a_proxy_nobody_is_given_its_credentials() throws Exception {
        try (RawServer hook = RawServer.answering("HTTP/1.1 204 No Content\r\n\r\n")) {
            WebProxy proxies = new WebProxy(Map.of("http_proxy", "me:pw@127.0.0.1:9", "no_proxy", "127.0.0.1"));
            SocketWire.through(proxies, NOTHING, Caps.DEFAULT).send(Ask.get(hook.url("/a")));
            assertThat(hook.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET /a HTTP/1.1")
                    .doesNotContain("Proxy-Authorization");
        }
    }

    @Test
    void a_proxy_that_refuses_is_named() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) {
            WebProxy proxies = new WebProxy(Map.of("https_proxy", proxy.url("").getAuthority()));

            assertThat(SocketWire.through(proxies, NOTHING, Caps.DEFAULT).send(ask("https://hooks.invalid/a")))
                    .isInstanceOfSatisfying(
                            Reply.NoAnswer.class,
                            none -> assertThat(none.why())
                                    .contains(
                                            "the proxy refused the tunnel: HTTP/1.1 407 Proxy Authentication Required"));
        }
    }

    @Test
    void a_proxy_that_repeats_the_credentials_gives_them_to_nobody() throws Exception {
        try (RawServer proxy =
                RawServer.answering("HTTP/1.1 407 proxy-user s3cret-way cHJveHktdXNlcjpzM2NyZXQtd2F5\r\n\r\n")) {
            WebProxy proxies = new WebProxy(Map.of("https_proxy", "proxy-user:s3cret-way@127.0.0.1:" + proxy.port()));

            assertThat(SocketWire.through(proxies, Redaction.of(proxies.secrets()), Caps.DEFAULT)
                            .send(ask("https://hooks.invalid/a")))
                    .isInstanceOfSatisfying(
                            Reply.NoAnswer.class,
                            none -> assertThat(none.why())
                                    .contains("407 proxy-user [redacted] [redacted]")
                                    .doesNotContain("s3cret", "cHJveHktdXNlcjpzM2NyZXQtd2F5"));
            assertThat(proxy.requests())
                    .singleElement()
                    .asString()
                    .contains("Proxy-Authorization: Basic cHJveHktdXNlcjpzM2NyZXQtd2F5\r\n");
        }
    }

    @Test
    void a_proxy_that_hangs_ends_at_the_deadline() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebProxy proxies = new WebProxy(Map.of("https_proxy", "127.0.0.1:" + proxy.getLocalPort()));

            Reply reply = SocketWire.through(proxies, NOTHING, Caps.DEFAULT)
                    .send(ask("https://hooks.invalid/a").within(Duration.ofMillis(200)));

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.NoAnswer.class,
                            none -> assertThat(none.stage()).isEqualTo(Reply.Stage.CONNECT));
        }
    }

    private static Ask ask(String address) {
        return Ask.of("GET", URI.create(address));
    }

    /** The lines of the tunnel's request, and what begins inside. */
    private static List<String> tunnel(ServerSocket proxy) {
        try (Socket socket = proxy.accept()) {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            while (lines.isEmpty()
                    || !line.isEmpty()
                    || !lines.get(lines.size() - 1).isEmpty()) {
                int next = socket.getInputStream().read();
                if (next < 0) {
                    throw new IOException("ended early: " + lines + line);
                }
                if (next == '\n') {
                    lines.add(line.toString().strip());
                    line.setLength(0);
                } else {
                    line.append((char) next);
                }
            }
            lines.remove(lines.size() - 1);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            lines.add(socket.getInputStream().read() == HANDSHAKE ? "TLS" : "no TLS");
            return lines;
        } catch (IOException gone) {
            return List.of(gone.toString());
        }
    }
}
