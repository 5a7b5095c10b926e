package dev.envproof.replica.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A small process beside this one that removes the projects when this one is killed: its input ends then, without the
 * word that all is done. Where there is no {@code sh} or no {@code docker} program, the next run removes them.
 */
final class ComposeReaper implements AutoCloseable {
    private static final String SCRIPT = "reaper.sh";
    private final Optional<Process> process;

    private ComposeReaper(Optional<Process> process) {
        this.process = process;
    }

    static ComposeReaper watching(Set<String> projects) {
        try {
            Process shell = new ProcessBuilder("sh", "-c", script(), "envproof-compose-reaper")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            say(shell, String.join(" ", projects));
            return new ComposeReaper(Optional.of(shell));
        } catch (IOException noShell) {
            return new ComposeReaper(Optional.empty());
        }
    }

    private static void say(Process shell, String line) throws IOException {
        OutputStream input = shell.getOutputStream();
        input.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    private static String script() throws IOException {
        try (InputStream in = Objects.requireNonNull(ComposeReaper.class.getResourceAsStream(SCRIPT))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** All is removed already. */
    @Override
    public void close() {
        process.ifPresent(shell -> {
            try {
                say(shell, "done");
                shell.getOutputStream().close();
            } catch (IOException alreadyGone) {
                shell.destroy();
            }
        });
    }
}
