package dev.envproof.rule.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.flags.Burst;
import dev.envproof.probe.flags.RateLimitProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Production declares a burst of 20, two a second, and the status 429; staging a burst of 40. */
class RateLimitRulesTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());
    private static final Environment PRODUCTION =
            SYSTEM.environment("production").orElseThrow();
    private static final Environment STAGING = SYSTEM.environment("staging").orElseThrow();

    @Test
    void the_declared_burst_and_no_more_is_held() {
        assertThat(holds(burst(20, 10, 0))).isInstanceOf(Held.class);
        assertThat(lets(burst(20, 10, 0))).isInstanceOf(Held.class);
    }

    @Test
    void no_limit_breaks_only_the_rule_about_the_limit() {
        assertThat(holds(burst(30, 0, 0))).isInstanceOf(Broken.class);
        assertThat(lets(burst(30, 0, 0))).isInstanceOf(Held.class);
    }

    @Test
    void a_limit_that_is_too_tight_breaks_only_the_rule_about_the_burst() {
        assertThat(holds(burst(5, 25, 0))).isInstanceOf(Held.class);
        assertThat(lets(burst(5, 25, 0))).isInstanceOf(Broken.class);
    }

    @Test
    void another_status_than_the_declared_one_is_broken() {
        assertThat(holds(burst(20, 0, 10))).isInstanceOf(Broken.class);
    }

    @Test
    void what_a_slow_run_refilled_meanwhile_is_not_too_much() {
        Burst slow = new Burst(30, 30, 0, 0, Duration.ofSeconds(10), Optional.empty(), List.of());

        assertThat(holds(slow)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void what_could_not_be_asked_is_open() {
        Burst none = new Burst(30, 0, 0, 0, Duration.ZERO, Optional.of("no answer: CONNECT"), List.of());

        assertThat(holds(none)).isInstanceOf(Inconclusive.class);
        assertThat(lets(none)).isInstanceOf(Inconclusive.class);
        assertThat(narrows(burst(40, 10, 0), none)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void production_may_not_let_more_pass_than_staging() {
        assertThat(narrows(burst(40, 20, 0), burst(20, 10, 0))).isInstanceOf(Held.class);
        assertThat(narrows(burst(40, 20, 0), burst(40, 20, 0))).isInstanceOf(Held.class);
        assertThat(narrows(burst(40, 20, 0), burst(80, 40, 0))).isInstanceOf(Broken.class);
    }

    @Test
    void the_order_in_which_a_pair_is_judged_does_not_matter() {
        Burst wide = burst(80, 40, 0);
        Burst narrow = burst(40, 20, 0);

        assertThat(new RateLimitsNarrowTowardsProduction().judge(PRODUCTION, seen(wide, 2), STAGING, seen(narrow, 1)))
                .isInstanceOf(Broken.class);
        assertThat(new RateLimitsNarrowTowardsProduction().judge(PRODUCTION, seen(narrow, 2), STAGING, seen(wide, 1)))
                .isInstanceOf(Held.class);
    }

    @Test
    void the_order_is_the_declared_one_whatever_the_environments_are_called() {
        Burst wide = burst(80, 40, 0);
        Burst narrow = burst(40, 20, 0);

        assertThat(new RateLimitsNarrowTowardsProduction().judge(PRODUCTION, seen(wide, 0), STAGING, seen(narrow, 1)))
                .isInstanceOf(Held.class);
        assertThat(new RateLimitsNarrowTowardsProduction().judge(PRODUCTION, seen(narrow, 0), STAGING, seen(wide, 1)))
                .isInstanceOf(Broken.class);
    }

    private static Verdict holds(Burst burst) {
        return judge(new RateLimitHolds(), burst);
    }

    private static Verdict lets(Burst burst) {
        return judge(new RateLimitLetsTheBurstPass(), burst);
    }

    private static Verdict narrows(Burst inStaging, Burst inProduction) {
        return new RateLimitsNarrowTowardsProduction()
                .judge(STAGING, seen(inStaging, 1), PRODUCTION, seen(inProduction, 2));
    }

    private static Verdict judge(Rule.OfEnvironment<RateLimitProbe.Seen> rule, Burst burst) {
        return rule.judge(SYSTEM, PRODUCTION, seen(burst, 2));
    }

    private static RateLimitProbe.Seen seen(Burst burst, int station) {
        return new RateLimitProbe.Seen(Optional.of(burst), station);
    }

    private static Burst burst(int passed, int limited, int otherwise) {
        return new Burst(
                passed + limited + otherwise,
                passed,
                limited,
                otherwise,
                Duration.ofMillis(300),
                Optional.empty(),
                List.of());
    }
}
