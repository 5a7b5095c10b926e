package dev.envproof.rule.health;

import static dev.envproof.rule.health.Sample.green;
import static dev.envproof.rule.health.Sample.red;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.health.HealthOutageProbe;
import dev.envproof.probe.health.Outage;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthFollowsItsStoresTest {
    @Test
    void holds_where_health_turns_red_and_green_again() {
        assertThat(judged(green(), red(), false, green())).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void is_broken_where_health_stays_green() {
        assertThat(judged(green(), green(), false, green())).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void is_broken_where_red_health_calls_the_stopped_store_healthy() {
        Poll blamesAnother = Sample.answered(503, "down", Map.of("database", "ok", "storage", "down"), "staging");
        assertThat(judged(green(), blamesAnother, false, green())).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void holds_where_red_health_names_no_store_as_that_is_another_rules() {
        Poll unnamed = Sample.answered(503, "down", Map.of(), "staging");
        assertThat(judged(green(), unnamed, false, green())).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void is_broken_where_health_stays_red_once_the_store_is_back() {
        assertThat(judged(green(), red(), false, red())).isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void is_open_where_another_store_than_the_stopped_one_is_used() {
        assertThat(judged(green(), green(), true, green())).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void is_open_where_health_was_red_before_or_fell_silent() {
        assertThat(judged(red(), red(), false, red())).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(judged(green(), Sample.silent(), false, green())).isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Verdict judged(Poll before, Poll during, boolean stillReached, Poll after) {
        HealthOutageProbe.Seen seen = new HealthOutageProbe.Seen(
                List.of(new Outage("database", "job-matcher", before, during, stillReached, after)));
        return new HealthFollowsItsStores().judge(Sample.SYSTEM, Sample.STAGING, seen);
    }
}
