package dev.envproof.run;

import dev.envproof.environment.NoTarget;
import dev.envproof.environment.Target;
import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.health.SteadyHealth;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds a run back until a deployment is ready; what is judged afterwards is judged once.
 *
 * @param within the longest wait
 * @param greens how many times in a row every health must be green
 */
record Readiness(Duration within, int greens) {
    private static final String GREENS = "3";

    /** @throws UnknownName for what is no time, no number, or a number of greens without a time */
    static Optional<Readiness> of(Optional<String> within, Optional<String> greens) {
        if (within.isEmpty() && greens.isPresent()) {
            throw new UnknownName("-Dready.greens: nothing is waited for; add -Dready.within=2m");
        }
        return within.map(span -> new Readiness(Span.of("-Dready.within", span), count(greens.orElse(GREENS))));
    }

    private static int count(String greens) {
        if (!greens.matches("[1-9][0-9]?")) {
            throw new UnknownName("-Dready.greens=" + KeyPath.shown(greens) + ": no count; accepted: 1 to 99");
        }
        return Integer.parseInt(greens);
    }

    /**
     * @throws NoTarget where the system does not say how a service tells its health
     * @throws NotReady where they are not green in time
     */
    void await(List<Target> targets, Redaction redaction, Consumer<String> console) {
        if (targets.stream().anyMatch(target -> target.system().health().isEmpty())) {
            throw new NoTarget("-Dready.within: system.yaml does not say how a service tells its health; add `health`");
        }
        long started = System.nanoTime();
        Optional<String> lastSeen = new SteadyHealth(targets, greens, redaction).await(within);
        double took = (System.nanoTime() - started) / 1e9;
        if (lastSeen.isPresent()) {
            throw new NotReady(String.format(
                    Locale.ROOT,
                    "not ready within %.1f s: health was not green %d times in a row; last seen: %s",
                    within.toMillis() / 1e3,
                    greens,
                    lastSeen.get()));
        }
        console.accept(
                String.format(Locale.ROOT, "ready: health was green %d times in a row after %.1f s", greens, took));
    }
}
