package dev.envproof.probe.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Redaction;
import dev.envproof.probe.health.HealthServer.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SteadyHealthTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void a_red_answer_starts_the_count_of_green_ones_again() throws IOException {
        assertThat(steady(2, turn -> turn == 2 ? "down" : "ok", Duration.ofSeconds(20)))
                .isTrue();
        assertThat(asked).as("green, red, green, green").hasValue(4);
    }

    @Test
    void one_service_that_is_never_green_holds_all_back() throws IOException {
        assertThat(steady(1, turn -> "down", Duration.ofMillis(700))).isFalse();
    }

    private boolean steady(int greens, Matcher matcher, Duration deadline) throws IOException {
        try (HealthServer server = new HealthServer((path, services) -> Response.of(
                200,
                "{\"status\":\"" + (path.contains("matcher") ? matcher.status(asked.incrementAndGet()) : "ok")
                        + "\"}"))) {
            return new SteadyHealth(List.of(server.staging()), greens, Redaction.of(List.of()))
                    .await(deadline)
                    .isEmpty();
        }
    }

    /** What one of the services answers. */
    private interface Matcher {
        String status(int turn);
    }
}
