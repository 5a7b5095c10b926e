package dev.envproof.run;

import dev.envproof.suite.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Progress for a log: one line per environment once all probes have looked at it. */
record PlainLines(Consumer<String> console) implements Progress {
    @Override
    public void looked(String environment, int ended, int all, Duration took) {
        if (ended == all) {
            console.accept(String.format(
                    Locale.ROOT, "  %s: %d probes looked, %.1f s", environment, all, took.toMillis() / 1e3));
        }
    }
}
