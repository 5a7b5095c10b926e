package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

class RedisPartTest {
    private static final String PASSWORD = "a-password-of-this-test";

    @TempDir
    private Path folder;

    private RedisProcess redis;

    @BeforeEach
    void start() {
        redis = new RedisProcess("redis-staging", folder, PASSWORD);
        redis.start();
    }

    @AfterEach
    void stop() {
        redis.close();
    }

    @Test
    void answers_who_knows_the_password_and_nobody_else() throws StoreFailure {
        RedisClient client = new RedisClient("redis://:" + PASSWORD + "@127.0.0.1:" + redis.port(), Optional.empty());
        String answer = client.ask("cache", Jedis::ping);
        assertThat(answer).isEqualTo("PONG");
        try (Jedis stranger = new Jedis("127.0.0.1", redis.port())) {
            assertThatThrownBy(stranger::ping).isInstanceOf(JedisDataException.class);
        }
    }

    @Test
    void writes_no_password_to_disk() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(PASSWORD);
            }
        }
    }

    @Test
    void is_stopped_by_whoever_cleans_up_after_a_run_that_was_killed() {
        assertThat(servers()).hasSize(1);
        Leftovers.remove(folder);
        assertThat(servers()).isEmpty();
    }

    @Test
    void speaks_tls_to_a_client_with_the_certificate_that_it_asks_for_and_to_no_other() throws StoreFailure {
        SelfSignedCertificate own = SelfSignedCertificate.make();
        SelfSignedCertificate known = SelfSignedCertificate.make();
        Optional<String> shown = Optional.of(own.certificate() + own.privateKey());
        try (RedisTlsFront front = new RedisTlsFront(PemContext.of(shown, Optional.of(known.certificate())), true)) {
            front.start(redis.port());
            String url = "rediss://:" + PASSWORD + "@127.0.0.1:" + front.port();
            Optional<String> certificate = Optional.of(known.certificate() + known.privateKey());
            String answer = new RedisClient(url, certificate).ask("cache", Jedis::ping);
            assertThat(answer).isEqualTo("PONG");
            assertThatThrownBy(() -> new RedisClient(url, shown).ask("cache", Jedis::ping))
                    .isInstanceOf(StoreFailure.class);
            assertThatThrownBy(() -> new RedisClient(url, Optional.empty()).ask("cache", Jedis::ping))
                    .isInstanceOf(StoreFailure.class);
        }
    }

    private List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith(folder.toString())))
                .toList();
    }
}
