package dev.envproof.run;

import dev.envproof.environment.UnknownName;
import dev.envproof.evidence.Redaction;
import dev.envproof.evidence.VisibleText;
import dev.envproof.report.HookResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command that runs where the gate closes, such as a rollback; whatever becomes of it, the gate stays as it is. */
record ClosedHook(String command, Duration timeout) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST = 2_000;
    private static final long GRACE = 500;

    /** @throws UnknownName for what is no time, or a time without a command */
    static Optional<ClosedHook> of(Optional<String> command, Optional<String> timeout) {
        if (command.isEmpty() && timeout.isPresent()) {
            throw new UnknownName("-Don.closed.timeout: there is no command; add -Don.closed=COMMAND");
        }
        Duration time =
                timeout.map(span -> Span.of("-Don.closed.timeout", span)).orElse(TIMEOUT);
        return command.map(line -> new ClosedHook(line, time));
    }

    /** Hands it the verdict on its standard input; never throws for what it does. */
    HookResult run(String verdict, Redaction redaction) {
        long started = System.nanoTime();
        try {
            Process process =
                    new ProcessBuilder(shell()).redirectErrorStream(true).start();
            try {
                return ended(process, verdict, redaction, started);
            } finally {
                stop(process);
            }
        } catch (IOException notStarted) {
            return result(Optional.empty(), "could not be started", started);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return result(Optional.empty(), "the run was stopped", started);
        }
    }

    private HookResult ended(Process process, String verdict, Redaction redaction, long started)
            throws InterruptedException {
        CompletableFuture<String> said = new CompletableFuture<>();
        daemon(() -> said.complete(read(process)));
        daemon(() -> write(process, verdict));
        boolean inTime = process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
        stop(process);
        String output = VisibleText.of(redaction.redact(soFar(said), LONGEST));
        return inTime
                ? result(Optional.of(process.exitValue()), output, started)
                : result(Optional.empty(), "stopped after " + timeout.toMillis() + " ms; " + output, started);
    }

    private HookResult result(Optional<Integer> exitCode, String output, long started) {
        return new HookResult(exitCode, output, Duration.ofNanos(System.nanoTime() - started));
    }

    private List<String> shell() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return windows ? List.of("cmd.exe", "/c", command) : List.of("sh", "-c", command);
    }

    /** By its handle, because a process that is destroyed by itself takes along what it said and nobody has read yet. */
    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    /** What it left running may hold its output open. */
    private static String soFar(CompletableFuture<String> said) throws InterruptedException {
        try {
            return said.get(GRACE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException unread) {
            return "its output was not closed";
        }
    }

    /** Reads on when it has enough, so that the command is not held up. */
    private static String read(Process process) {
        try (InputStream out = process.getInputStream()) {
            byte[] kept = out.readNBytes(LARGEST);
            out.transferTo(OutputStream.nullOutputStream());
            return new String(kept, StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            return "its output broke";
        }
    }

    private static void write(Process process, String verdict) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(verdict.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            // a command need not read its input
            return;
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "envproof-on-closed");
        thread.setDaemon(true);
        thread.start();
    }
}
