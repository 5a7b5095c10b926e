package dev.envproof.replica.embedded;

import static java.util.concurrent.TimeUnit.SECONDS;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the distribution's packages, and what it says in a log of its own. */
record InstalledProgram(Path file, Path log) {

    /** @throws ReplicaException where it is not installed; such a proof never passes for want of a program */
    static InstalledProgram found(String file, String debianPackage, Path log) {
        if (!Files.isExecutable(Path.of(file))) {
            throw new ReplicaException(file + " is not there: run `apt-get install " + debianPackage + "`");
        }
        return new InstalledProgram(Path.of(file), log);
    }

    Process start(List<String> before, List<String> arguments) {
        List<String> command = new ArrayList<>(before);
        command.add(file.toString());
        command.addAll(arguments);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs it to its end, which must be a good one. */
    void run(List<String> before, List<String> arguments) {
        Process process = start(before, arguments);
        try {
            if (!process.waitFor(30, SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw failed(arguments + " did not succeed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw failed(arguments + " was interrupted");
        }
    }

    ReplicaException failed(String how) {
        return new ReplicaException(file + " " + how + "; its log: " + RunFolder.lastLines(log));
    }

    /** Ends it: as it wishes, or else by force. */
    static void end(Process process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor(5, SECONDS);
            if (!process.waitFor(10, SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
