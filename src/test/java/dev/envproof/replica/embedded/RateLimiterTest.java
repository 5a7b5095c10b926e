package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.RateLimit;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final RateLimit LIMIT = new RateLimit("/parse", 2, 3, 429);
    private static final long SECOND = 1_000_000_000L;
    private final RateLimiter limiter = new RateLimiter();

    @Test
    void the_burst_passes_and_refills_by_the_second() {
        assertThat(admitted(0)).isTrue();
        assertThat(admitted(0)).isTrue();
        assertThat(admitted(0)).isTrue();
        assertThat(admitted(0)).isFalse();
        assertThat(admitted(SECOND / 2)).isTrue();
        assertThat(admitted(SECOND / 2)).isFalse();
    }

    @Test
    void it_never_saves_more_than_the_burst() {
        admitted(0);
        for (int i = 0; i < 3; i++) {
            assertThat(admitted(100 * SECOND)).isTrue();
        }
        assertThat(admitted(100 * SECOND)).isFalse();
    }

    @Test
    void callers_and_environments_are_counted_apart() {
        for (int i = 0; i < 4; i++) {
            admitted(0);
        }
        assertThat(limiter.admits("127.0.0.1", "production", LIMIT, 0)).isTrue();
        assertThat(limiter.admits("127.0.0.2", "staging", LIMIT, 0)).isTrue();
    }

    private boolean admitted(long now) {
        return limiter.admits("127.0.0.1", "staging", LIMIT, now);
    }
}
