package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envproof.replica.Replica;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LeftoversTest {
    private static final Duration SECONDS = Duration.ofSeconds(20);
    private final Process run = started();

    @AfterEach
    void end_the_run() {
        run.destroyForcibly();
    }

    @Test
    void nothing_is_left_after_a_run_that_ends_by_itself() throws IOException {
        Path folder = folder();
        run.getOutputStream().close();
        await().atMost(SECONDS).until(() -> !run.isAlive());
        assertThat(folder).doesNotExist();
        assertThat(serversIn(folder)).isEmpty();
    }

    @Test
    void nothing_is_left_after_a_run_that_is_terminated() {
        Path folder = folder();
        run.destroy();
        await().atMost(SECONDS).until(() -> !run.isAlive());
        assertThat(folder).doesNotExist();
        assertThat(serversIn(folder)).isEmpty();
    }

    @Test
    void the_reaper_cleans_up_after_a_run_that_is_killed() {
        Path folder = folder();
        assertThat(serversIn(folder)).hasSize(1);
        run.destroyForcibly();
        await().atMost(SECONDS).until(() -> serversIn(folder).isEmpty() && !Files.exists(folder));
    }

    @Test
    void the_next_run_cleans_up_where_the_reaper_was_killed_too() {
        Path folder = folder();
        run.children().forEach(ProcessHandle::destroyForcibly);
        run.destroyForcibly();
        await().atMost(SECONDS).until(() -> !run.isAlive());
        Leftovers.sweep(Scratch.directory());
        assertThat(folder).doesNotExist();
        assertThat(serversIn(folder)).isEmpty();
    }

    @Test
    void a_live_run_beside_another_one_is_left_alone() {
        Path folder = folder();
        try (Replica beside = EmbeddedReplica.start(JobPlatform.SYSTEM, Set.of(), line -> {})) {
            assertThat(serversIn(folder)).hasSize(1);
            assertThat(JobPlatform.get(JobPlatform.target(beside, "staging"), "job-matcher", "health")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(serversIn(folder)).hasSize(1);
        assertThat(folder).isDirectory();
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
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path folder() {
        try (Stream<Path> all = Files.list(Scratch.directory())) {
            return all.filter(path -> path.getFileName().toString().startsWith("envproof-" + run.pid() + "-"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Processes whose command names something in the folder. */
    private static List<ProcessHandle> serversIn(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(argument -> argument.startsWith(folder.toString())))
                .toList();
    }
}
