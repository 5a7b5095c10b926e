package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    private static final Redaction NOTHING = Redaction.of(List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https_proxy=http://way:8080                           | https://hooks.example/a      | way:8080
            HTTPS_PROXY=way                                       | https://hooks.example/a      | way:1080
            all_proxy=way:9050                                    | https://hooks.example/a      | way:9050
            all_proxy=socks5://way:9050                           | https://hooks.example/a      | none
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
            https_proxy=:// ::                                    | https://hooks.example/a      | none
            """)
    void takes_the_proxy_that_curl_would(String variables, URI address, String way) throws WireFailure {
        Map<String, String> environment = List.of(variables.split(";", -1)).stream()
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(it -> it[0], it -> it[1]));

        assertThat(new WebProxy(environment).to(Origin.of(address)).map(Origin::hostHeader))
                .isEqualTo(Optional.of(way).filter(it -> !it.equals("none")));
    }

    @Test
    void asks_through_a_tunnel_and_lets_the_proxy_resolve_the_name() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<String>> asked = CompletableFuture.supplyAsync(() -> tunnel(proxy));
            WebProxy proxies = new WebProxy(Map.of("http_proxy", "127.0.0.1:" + proxy.getLocalPort()));

            Reply reply = SocketWire.through(proxies, NOTHING, Caps.DEFAULT).send(ask("http://hooks.invalid/a"));

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.Answer.class,
                            answer -> assertThat(answer.status()).isEqualTo(204));
            assertThat(asked.get(10, TimeUnit.SECONDS))
                    .containsExactly("CONNECT hooks.invalid:80 HTTP/1.1", "GET /a HTTP/1.1");
        }
    }

    @Test
    void a_proxy_that_refuses_is_named() throws Exception {
        try (RawServer proxy = RawServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")) {
            WebProxy proxies = new WebProxy(Map.of("http_proxy", proxy.url("").getAuthority()));

            assertThat(SocketWire.through(proxies, NOTHING, Caps.DEFAULT).send(ask("http://hooks.invalid/a")))
                    .isInstanceOfSatisfying(
                            Reply.NoAnswer.class,
                            none -> assertThat(none.why())
                                    .contains(
                                            "the proxy refused the tunnel: HTTP/1.1 407 Proxy Authentication Required"));
        }
    }

    @Test
    void a_proxy_that_hangs_ends_at_the_deadline() throws Exception {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            WebProxy proxies = new WebProxy(Map.of("http_proxy", "127.0.0.1:" + proxy.getLocalPort()));

            Reply reply = SocketWire.through(proxies, NOTHING, Caps.DEFAULT)
                    .send(ask("http://hooks.invalid/a").within(Duration.ofMillis(200)));

            assertThat(reply)
                    .isInstanceOfSatisfying(
                            Reply.NoAnswer.class,
                            none -> assertThat(none.stage()).isEqualTo(Reply.Stage.CONNECT));
        }
    }

    private static Ask ask(String address) {
        return Ask.of("GET", URI.create(address));
    }

    /** The first line of the tunnel's request and of the one inside. */
    private static List<String> tunnel(ServerSocket proxy) {
        try (Socket socket = proxy.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String connect = head(in);
            socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            String get = head(in);
            socket.getOutputStream().write("HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return List.of(connect, get);
        } catch (IOException gone) {
            return List.of(gone.toString());
        }
    }

    private static String head(BufferedReader in) throws IOException {
        String first = in.readLine();
        String line = first;
        while (line != null && !line.isEmpty()) {
            line = in.readLine();
        }
        return first;
    }
}
