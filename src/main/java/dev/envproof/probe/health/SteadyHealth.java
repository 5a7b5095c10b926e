package dev.envproof.probe.health;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Asks every service for its health until all were healthy several times in a row.
 *
 * @param redaction hides what no answer may tell
 * @param greens one answer that is not healthy starts the count again
 */
public record SteadyHealth(List<Target> targets, int greens, Redaction redaction) {
    private static final int THREADS = 8;
    private static final int TOLD = 3;
    private static final Duration APART = Duration.ofMillis(250);

    public SteadyHealth {
        targets = List.copyOf(targets);
    }

    /** Empty once they were; after the deadline what was seen last, of those that were not healthy then. */
    public Optional<String> await(Duration deadline) {
        AtomicInteger row = new AtomicInteger();
        AtomicReference<Map<String, String>> unhealthy = new AtomicReference<>(Map.of("health", "no answer yet"));
        try {
            Awaitility.await()
                    .atMost(deadline)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(APART)
                    .until(() -> {
                        Map<String, String> seen = unhealthy();
                        unhealthy.set(seen);
                        return seen.isEmpty() ? row.incrementAndGet() >= greens : isFarFrom(row);
                    });
            return Optional.empty();
        } catch (ConditionTimeoutException late) {
            return Optional.of(text(unhealthy.get(), row.get()));
        }
    }

    private static boolean isFarFrom(AtomicInteger row) {
        row.set(0);
        return false;
    }

    private static String text(Map<String, String> unhealthy, int row) {
        if (unhealthy.isEmpty()) {
            return "green " + row + " times in a row, and then no time was left";
        }
        String told = unhealthy.entrySet().stream()
                .limit(TOLD)
                .map(place -> place.getKey() + ": " + place.getValue())
                .collect(Collectors.joining("; "));
        return told + (unhealthy.size() > TOLD ? "; and " + (unhealthy.size() - TOLD) + " more" : "");
    }

    /** What each place said that is not healthy. */
    private Map<String, String> unhealthy() {
        List<Callable<Optional<Map.Entry<String, String>>>> questions = new ArrayList<>();
        Lookout lookout = Lookout.over(targets, redaction, APART);
        for (Target target : targets) {
            HealthQuestion question =
                    new HealthQuestion(target, lookout, target.system().health().orElseThrow());
            for (Entrance entrance : Entrance.all(target)) {
                String place = target.environment().name() + " " + entrance.says();
                questions.add(() -> Optional.of(question.poll(entrance))
                        .filter(poll -> !question.isHealthy(poll))
                        .map(poll -> Map.entry(place, poll.says())));
            }
        }
        Map<String, String> unhealthy = new TreeMap<>();
        Together.ask(Math.max(1, Math.min(THREADS, questions.size())), questions)
                .forEach(answer -> answer.ifPresent(it -> unhealthy.put(it.getKey(), it.getValue())));
        return unhealthy;
    }
}
