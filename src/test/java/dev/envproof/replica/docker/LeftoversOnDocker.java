package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LeftoversOnDocker {
    private static final Duration SECONDS = Duration.ofSeconds(40);
    private final Process run = started();

    @AfterEach
    void end_the_run() {
        run.destroyForcibly();
        Leftovers.sweep(new LocalEngine());
    }

    @Test
    void nothing_is_left_after_a_run_that_ends_by_itself() throws IOException {
        assertThat(RunningContainers.ofProcess(run.pid())).hasSize(RunningContainers.ALL);
        run.getOutputStream().close();
        await().atMost(SECONDS).until(() -> !run.isAlive());
        assertThat(RunningContainers.ofProcess(run.pid())).isEmpty();
    }

    @Test
    void the_reaper_removes_the_containers_of_a_run_that_is_killed() {
        assertThat(RunningContainers.ofProcess(run.pid())).hasSize(RunningContainers.ALL);
        run.destroyForcibly();
        await().atMost(SECONDS)
                .until(() -> RunningContainers.ofProcess(run.pid()).isEmpty());
    }

    @Test
    void the_next_run_removes_them_where_the_reaper_was_killed_too_but_never_those_of_a_live_run() {
        Leftovers.sweep(new LocalEngine());
        assertThat(RunningContainers.ofProcess(run.pid())).hasSize(RunningContainers.ALL);
        run.children().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly();
        await().atMost(SECONDS).until(() -> !run.isAlive());
        assertThat(RunningContainers.ofProcess(run.pid())).hasSize(RunningContainers.ALL);
        Leftovers.sweep(new LocalEngine());
        assertThat(RunningContainers.ofProcess(run.pid())).isEmpty();
    }

    private static Process started() {
        try {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledRun.class.getName())
                    .redirectError(Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            assertThat(output.readLine()).isEqualTo(KilledRun.UP);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
