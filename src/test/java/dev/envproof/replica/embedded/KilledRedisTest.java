package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KilledRedisTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);

    /** Shells start what runs in their background so. */
    private static final String DEAF_TO_QUIT = "trap '' QUIT INT; exec \"$@\"";

    @Test
    void the_reaper_stops_a_redis_whose_run_is_killed_whatever_signals_the_run_was_deaf_to() throws IOException {
        Process run = new ProcessBuilder(
                        "sh",
                        "-c",
                        DEAF_TO_QUIT,
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledRedis.class.getName())
                .redirectError(Redirect.INHERIT)
                .start();
        try (BufferedReader output = run.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo(KilledRun.UP);
            List<ProcessHandle> servers = servers(run.pid());
            assertThat(servers).hasSize(1);
            run.destroyForcibly();
            await().atMost(SECONDS).until(() -> servers(run.pid()).isEmpty() && folders(run.pid()) == 0);
        } finally {
            run.destroyForcibly();
        }
    }

    private static List<ProcessHandle> servers(long run) {
        return ProcessHandle.allProcesses()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.contains("/envproof-" + run + "-")))
                .toList();
    }

    private static long folders(long run) throws IOException {
        try (Stream<Path> all = Files.list(Scratch.directory())) {
            return all.filter(path -> path.getFileName().toString().startsWith("envproof-" + run + "-"))
                    .count();
        }
    }
}
