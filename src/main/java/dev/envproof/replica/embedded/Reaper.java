package dev.envproof.replica.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small process beside this one that cleans up when this one is killed: it notices that its input has ended. Where
 * there is no {@code sh} the next run cleans instead.
 */
final class Reaper implements AutoCloseable {
    private final Optional<Process> process;

    private Reaper(Optional<Process> process) {
        this.process = process;
    }

    static Reaper watching(Path runFolder) {
        try {
            Process shell = new ProcessBuilder(command())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            OutputStream input = shell.getOutputStream();
            input.write((runFolder + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
            return new Reaper(Optional.of(shell));
        } catch (IOException noShell) {
            return new Reaper(Optional.empty());
        }
    }

    /** Out of this process's session, so that a signal to all of it does not reach the reaper. */
    private static List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of("sh", "-c", Schema.resource("reaper.sh"), "envproof-reaper"));
        return command;
    }

    @Override
    public void close() {
        try {
            if (process.isPresent()) {
                process.get().getOutputStream().close();
            }
        } catch (IOException alreadyGone) {
            process.ifPresent(Process::destroy);
        }
    }
}
