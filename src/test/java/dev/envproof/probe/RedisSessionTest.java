package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever answers at a Redis' address, a look at it ends in time, and its failure tells no credential. */
@Timeout(20)
class RedisSessionTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final String PASSWORD = "a-password-that-nobody-reads";
    private static final StoreAddress CACHE =
            new StoreAddress("cache", "REDIS_URL", Optional.empty(), Optional.empty(), Optional.empty(), false, 0);

    private final ServerSocket server = listening();
    private final ExecutorService threads = Executors.newCachedThreadPool(DaemonThreads.named("made-up-redis"));

    @AfterEach
    void stop() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $2147483647\\r\\n       | did not answer
            *2147483647\\r\\n       | did not answer
            HTTP/1.1 400 Bad\\r\\n  | does not speak as a Redis does
            -NOAUTH Authentication\\r\\n | answered NOAUTH
            -secret text of theirs\\r\\n | answered an error
            ''                       | did not answer
            """)
    void ends_with_a_failure_that_says_what_was_seen(String answer, String seen) {
        answering(answer.replace("\\r\\n", "\r\n"));
        assertThatThrownBy(() -> {
                    try (RedisSession session =
                            RedisSession.open(target(), CACHE, answer.isEmpty() ? SHORT : DEADLINE)) {
                        session.ping();
                    }
                })
                .isInstanceOf(RedisFailure.class)
                .hasMessageContaining(seen)
                .hasMessageContaining("REDIS_URL")
                .hasMessageNotContaining(PASSWORD)
                .hasMessageNotContaining("secret text");
    }

    @Test
    void knows_a_refusal_from_silence() {
        answering("-NOAUTH Authentication required.\r\n");
        assertThatThrownBy(() -> {
                    try (RedisSession session = RedisSession.openAsStranger(target(), CACHE, DEADLINE)) {
                        session.ping();
                    }
                })
                .isInstanceOfSatisfying(
                        RedisFailure.class,
                        failure -> assertThat(failure.isRefusal()).isTrue());
    }

    @Test
    void names_the_variable_that_this_run_cannot_see() {
        Target blind = SampleSystem.targets(URI.create("http://127.0.0.1:1/"), Engine.REMOTE, Map.of())
                .get(0);
        assertThatThrownBy(() -> RedisSession.open(blind, CACHE, DEADLINE))
                .hasMessage("this run can't see the variable REDIS_URL");
    }

    private Target target() {
        String url = "redis://:" + PASSWORD + "@127.0.0.1:" + server.getLocalPort() + "/0";
        return SampleSystem.targets(URI.create("http://127.0.0.1:1/"), Engine.REMOTE, Map.of("REDIS_URL", url))
                .get(0);
    }

    /** Sends this to whoever connects and asks, and keeps the connection. */
    private void answering(String answer) {
        threads.execute(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    threads.execute(() -> answer(client, answer));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    private static void answer(Socket client, String answer) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            byte[] buffer = new byte[1024];
            while (in.read(buffer) >= 0) {
                out.write(answer.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException gone) {
            // the client has seen enough
        }
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException refused) {
            throw new java.io.UncheckedIOException(refused);
        }
    }
}
