package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import dev.envproof.probe.SocketWire;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class LookingTest {
    private static final Planted NONE = new Planted(List.of());
    private final Redaction redaction = Redaction.of(List.of("made-up-secret-value"));

    @Test
    void keeps_what_each_probe_saw_of_each_target() {
        Sightings seen = look(new Marking(() -> new Mark("fine"), false), () -> NONE);
        assertThat(seen.get("staging", Mark.class)).isEqualTo(new Sightings.Saw(new Mark("fine")));
        assertThat(seen.get("production", Mark.class)).isEqualTo(new Sightings.Saw(new Mark("fine")));
    }

    @Test
    void tells_of_a_probe_that_fails_without_the_secret_in_its_message() {
        Sightings seen = look(
                new Marking(
                        () -> {
                            throw new IllegalStateException("made-up-secret-value was refused");
                        },
                        false),
                () -> NONE);
        assertThat(seen.get("staging", Mark.class).toString())
                .contains("IllegalStateException")
                .doesNotContain("made-up-secret-value");
    }

    @Test
    void waits_once_for_all_probes_that_hang_not_once_for_each() {
        CountDownLatch never = new CountDownLatch(1);
        Sightings seen = look(
                new Marking(
                        () -> {
                            await(never);
                            return new Mark("late");
                        },
                        false),
                () -> NONE);
        assertThat(seen.get("staging", Mark.class).toString()).contains("had not finished");
        assertThat(seen.get("production", Mark.class).toString()).contains("had not finished");
    }

    @Test
    void says_that_canaries_could_not_be_planted() {
        Sightings seen = look(new Marking(() -> new Mark("fine"), true), () -> {
            throw new IllegalStateException("no folder");
        });
        assertThat(seen.get("staging", Mark.class).toString()).contains("canaries could not be planted");
    }

    private Sightings look(Probe<?> probe, Supplier<Planted> planting) {
        Lookout lookout = new Lookout(
                new SocketWire(redaction),
                redaction,
                new Fingerprints(),
                List.of(JobPlatform.target("staging"), JobPlatform.target("production")),
                NONE,
                Duration.ofMillis(300));
        return new Looking(lookout.siblings(), (any, where) -> true, lookout, planting).with(List.of(probe));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private record Mark(String text) implements Seen {}

    private record Marking(Supplier<Mark> mark, boolean seeksCanaries) implements Probe<Mark> {
        @Override
        public Class<Mark> sees() {
            return Mark.class;
        }

        @Override
        public Mark look(Target target, Lookout lookout) {
            return mark.get();
        }
    }
}
