package dev.envproof.cli;

import dev.envproof.suite.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Progress for a terminal: one line per environment, written over as probes end (ECMA-48 cursor movements). */
final class LiveLines implements Progress {
    private static final int WIDTH = 20;
    private final PrintStream out;
    private final Map<String, String> lines = new LinkedHashMap<>();

    LiveLines(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void looked(String environment, int ended, int all, Duration took) {
        int before = lines.size();
        String bar = "#".repeat(ended * WIDTH / all) + ".".repeat(WIDTH - ended * WIDTH / all);
        lines.put(
                environment,
                String.format(
                        Locale.ROOT,
                        "  %s [%s] %d of %d probes, %.1f s",
                        environment,
                        bar,
                        ended,
                        all,
                        took.toMillis() / 1e3));
        StringBuilder screen = new StringBuilder(before == 0 ? "" : "\u001b[" + before + "A");
        lines.values().forEach(line -> screen.append("\r\u001b[2K").append(line).append('\n'));
        out.print(screen);
        out.flush();
    }
}
