package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A real redis-server as a child process. Its configuration comes in through its standard input, so that no password is
 * on disk or in its command.
 */
final class RedisProcess implements AutoCloseable {
    static final String ADMIN = "replica-admin";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PORTS_TO_TRY = 3;
    private static final int SOCKET_MILLIS = 3_000;

    private final String name;
    private final Path folder;
    private final String password;
    private final String adminPassword = RandomText.word(40);
    private Optional<Process> process = Optional.empty();
    private int port;

    /** @param name unique in the run, such as {@code redis-staging} */
    RedisProcess(String name, Path runFolder, String password) {
        this.name = name;
        this.folder = runFolder;
        this.password = password;
    }

    /** Returns when it answers its administrator; everybody else needs the password. */
    void start() {
        try {
            for (int attempt = 1; !isStarted(); attempt++) {
                if (attempt == PORTS_TO_TRY || !RunFolder.lastLines(log()).contains("ddress already in use")) {
                    throw new IOException("it ended, or did not answer in " + PATIENCE.toSeconds() + " s");
                }
            }
        } catch (IOException failed) {
            throw new ReplicaException(
                    name + " could not start: " + failed.getMessage() + "\n  its log: "
                            + RunFolder.lastLines(log()).replace(password, "***"),
                    failed);
        }
    }

    private boolean isStarted() throws IOException {
        close();
        Files.createDirectories(data());
        port = ServerPort.free();
        Process started = new ProcessBuilder(List.of(
                        RedisProgram.in(folder).toString(),
                        "-",
                        "--dir",
                        data().toString(),
                        "--pidfile",
                        data().resolve(Leftovers.REDIS_PID).toString()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(log().toFile()))
                .start();
        process = Optional.of(started);
        try (OutputStream input = started.getOutputStream()) {
            input.write(configuration().getBytes(StandardCharsets.UTF_8));
        }
        try {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> !started.isAlive() || answers());
        } catch (ConditionTimeoutException silent) {
            return false;
        }
        return started.isAlive();
    }

    private String configuration() {
        return """
                port %d
                bind 127.0.0.1
                save ""
                set-proc-title no
                loglevel warning
                requirepass %s
                masterauth %s
                user %s on >%s ~* &* +@all
                """.formatted(port, password, password, ADMIN, adminPassword);
    }

    private boolean answers() {
        try {
            asAdmin(Jedis::ping);
            return true;
        } catch (JedisException notYet) {
            return false;
        }
    }

    <T> T asAdmin(Function<Jedis, T> work) {
        try (Jedis admin = new Jedis(
                "127.0.0.1",
                port,
                DefaultJedisClientConfig.builder()
                        .user(ADMIN)
                        .password(adminPassword)
                        .timeoutMillis(SOCKET_MILLIS)
                        .build())) {
            return work.apply(admin);
        }
    }

    void doAsAdmin(Consumer<Jedis> work) {
        asAdmin(admin -> {
            work.accept(admin);
            return true;
        });
    }

    int port() {
        return port;
    }

    private Path data() {
        return folder.resolve(name);
    }

    private Path log() {
        return folder.resolve(name + ".log");
    }

    @Override
    public void close() {
        process.ifPresent(running -> {
            running.destroy();
            try {
                await().atMost(Duration.ofSeconds(3)).pollDelay(Duration.ZERO).until(() -> !running.isAlive());
            } catch (ConditionTimeoutException stubborn) {
                running.destroyForcibly();
            }
        });
        process = Optional.empty();
    }
}
