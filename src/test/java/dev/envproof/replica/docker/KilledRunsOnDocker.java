package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.envproof.cli.Main;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The program itself, killed at varied moments, with and without the process beside it that cleans up; the next command
 * leaves nothing of it. {@code -Dkilled.runs=20} says how often (2), {@code -Dkilled.until=16} before which second.
 */
@Execution(ExecutionMode.SAME_THREAD)
class KilledRunsOnDocker {
    private static final int RUNS = Integer.getInteger("killed.runs", 2);
    private static final int UNTIL_SECOND = Integer.getInteger("killed.until", 16);
    private static final LocalEngine ENGINE = new LocalEngine();
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void a_run_that_is_killed_leaves_nothing_fifteen_seconds_into_the_next_command() throws Exception {
        copy("environments");
        copy("suites");
        for (int i = 0; i < RUNS; i++) {
            long moment = 1_500 + i * (UNTIL_SECOND * 1_000L - 1_500) / Math.max(1, RUNS - 1);
            boolean withReaper = i % 2 == 0;
            Process run = started("killed");
            boolean endedBefore = run.waitFor(moment, TimeUnit.MILLISECONDS);
            int parts = left(run).size();
            if (!withReaper) {
                run.descendants().forEach(ProcessHandle::destroyForcibly);
            }
            run.destroyForcibly();
            run.waitFor();
            String phase = endedBefore ? "after its end" : phase("killed");

            long began = System.nanoTime();
            Process next = started("next");
            await(run + " killed after " + moment + " ms")
                    .atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> left(run).isEmpty() && folders(run).isEmpty());
            System.out.printf(
                    "killed %2d: after %5d ms (%s), reaper %s, %2d there, all gone %.1f s into the next command%n",
                    i + 1, moment, phase, withReaper ? "kept" : "killed", parts, (System.nanoTime() - began) / 1e9);
            next.destroy();
            assertThat(next.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(left(run)).as("what came after all was gone").isEmpty();
            assertThat(left(next)).as("what a run leaves that is told to end").isEmpty();
        }
    }

    /** The last line that it said: how far it had come. */
    private String phase(String name) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(name + ".log"));
        return lines.isEmpty() ? "said nothing" : lines.get(lines.size() - 1).strip();
    }

    private Process started(String name) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "-Dreplica=docker")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve(name + ".log").toFile()))
                .start();
    }

    /** Ids of all containers, networks and volumes with the label of a process's run. */
    private static List<String> left(Process run) {
        String host = RunLabels.hostOfThisProcess();
        return Stream.of(
                        ENGINE.containers(RunLabels.HOST, host),
                        ENGINE.networks(RunLabels.HOST, host),
                        ENGINE.volumes(RunLabels.HOST, host))
                .flatMap(List::stream)
                .filter(it -> it.labels().getOrDefault(RunLabels.RUN, "").startsWith("envproof-" + run.pid() + "-"))
                .map(Labelled::id)
                .toList();
    }

    private static List<Path> folders(Process run) throws IOException {
        Path scratch = Files.isDirectory(Path.of("/dev/shm")) ? Path.of("/dev/shm") : Path.of("/tmp");
        try (Stream<Path> all = Files.list(scratch)) {
            return all.filter(path -> path.getFileName().toString().startsWith("envproof-" + run.pid() + "-"))
                    .toList();
        }
    }

    private void copy(String name) throws IOException {
        Path from = Path.of(name);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(name).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
        }
    }
}
