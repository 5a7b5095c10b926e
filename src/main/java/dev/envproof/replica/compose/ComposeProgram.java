package dev.envproof.replica.compose;

import dev.envproof.replica.ReplicaException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program that starts compose files: Compose v2, or the {@code docker-compose} program. */
record ComposeProgram(List<String> command, String version) {
    private static final Duration ASKING = Duration.ofSeconds(20);
    private static final List<List<String>> CANDIDATES =
            List.of(List.of("docker", "compose"), List.of("docker-compose"));
    private static final int LONGEST = 64 * 1024;

    ComposeProgram {
        command = List.copyOf(command);
    }

    /**
     * What a call came to.
     *
     * @param output the standard output, no more of its end than the cap
     * @param errors what it warned of and failed at, likewise; Compose v2 warns where all is well
     */
    record Output(int code, String output, String errors) {
        List<String> lines() {
            return Stream.of(output, errors).flatMap(String::lines).toList();
        }

        boolean isGood() {
            return code == 0;
        }
    }

    /** @throws ReplicaException where neither can be run */
    static ComposeProgram find() {
        return find(CANDIDATES);
    }

    static ComposeProgram find(List<List<String>> candidates) {
        return answering(candidates)
                .findFirst()
                .orElseThrow(() ->
                        new ReplicaException("neither `docker compose` (Compose v2, a plugin of the docker program) nor"
                                + " `docker-compose` can be run; install one of them, or choose -Dreplica=embedded"));
    }

    /** Each that can be run here, in the order of choice. */
    static Stream<ComposeProgram> installed() {
        return answering(CANDIDATES);
    }

    private static Stream<ComposeProgram> answering(List<List<String>> candidates) {
        return candidates.stream().flatMap(candidate -> {
            Output answer = run(candidate, List.of("version", "--short"), Path.of("."), ASKING);
            return answer.isGood()
                    ? Stream.of(new ComposeProgram(candidate, answer.output().strip()))
                    : Stream.empty();
        });
    }

    @Override
    public String toString() {
        return String.join(" ", command) + " " + version;
    }

    Output run(List<String> arguments, Path folder, Duration patience) {
        return run(command, arguments, folder, patience);
    }

    private static Output run(List<String> program, List<String> arguments, Path folder, Duration patience) {
        List<String> line = new ArrayList<>(program);
        line.addAll(arguments);
        try {
            Process process =
                    new ProcessBuilder(line).directory(folder.toFile()).start();
            process.getOutputStream().close();
            return ended(process, String.join(" ", program), patience);
        } catch (IOException missing) {
            return new Output(127, "", String.valueOf(missing.getMessage()));
        }
    }

    private static Output ended(Process process, String program, Duration patience) {
        CompletableFuture<String> output = read(process.getInputStream());
        CompletableFuture<String> errors = read(process.getErrorStream());
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                return new Output(124, "", program + " had not ended after " + patience.toSeconds() + " s");
            }
            return new Output(process.exitValue(), output.get(5, TimeUnit.SECONDS), errors.get(5, TimeUnit.SECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Output(130, "", program + " was interrupted");
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException unread) {
            return new Output(process.exitValue(), "", "");
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** In a thread of its own: a stream that nobody reads stops the program. */
    private static CompletableFuture<String> read(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(end(stream)), "envproof-compose-output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    /** The end of it: what went wrong comes last. */
    private static String end(InputStream stream) {
        StringBuilder text = new StringBuilder();
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                text.append(line).append('\n');
                text.delete(0, Math.max(0, text.length() - LONGEST));
            }
        } catch (IOException ended) {
            text.append("its output ended early\n");
        }
        return text.toString();
    }
}
