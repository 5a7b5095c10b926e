package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.health.Pulse;
import dev.envproof.probe.health.Pulse.Beat;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AlertingTest {
    private static final Beat FINE = beat(false, 10);
    private static final Beat FAILED = beat(true, 1);
    private static final Thresholds ALL =
            new Thresholds(10, Optional.of(3), Optional.of(5), Optional.of(100), Optional.of(2));

    @Test
    void says_nothing_of_a_healthy_service() {
        assertThat(alerts(ALL, 10, FINE)).isEmpty();
    }

    @Test
    void a_service_that_fails_as_often_in_a_row_as_the_threshold_is_down() {
        assertThat(alerts(new Thresholds(10, Optional.of(3), none(), none(), none()), 7, FINE, FAILED, FAILED, FAILED))
                .containsExactly(
                        "staging: api: service down: 3 of 10 requests failed in a row: at the threshold of 3 (status 500)");
    }

    @Test
    void failures_with_a_success_between_them_are_not_in_a_row() {
        assertThat(alerts(
                        new Thresholds(6, Optional.of(3), none(), none(), none()),
                        1,
                        FINE,
                        FAILED,
                        FAILED,
                        FINE,
                        FAILED,
                        FAILED))
                .isEmpty();
    }

    @Test
    void a_service_that_is_down_is_told_once() {
        assertThat(alerts(ALL, 10, FAILED))
                .containsExactly("staging: api: service down: 10 of 10 requests failed in a row:"
                        + " 7 above the threshold of 3 (status 500)");
    }

    @Test
    void a_service_that_hangs_is_down_although_the_row_was_cut() {
        assertThat(alerts(ALL, 2, FAILED))
                .containsExactly("staging: api: service down: 2 of 2 requests failed in a row, and the 15 s for 10"
                        + " requests were over (status 500)");
    }

    @Test
    void an_error_rate_is_told_with_what_it_is_above_the_threshold() {
        assertThat(alerts(ALL, 1, FINE, FAILED, FINE, FINE, FINE, FINE, FINE, FINE))
                .containsExactly("staging: api: high error rate: 1 of 8 requests failed, 12.5 %:"
                        + " 7.5 points above the threshold of 5 % (status 500)");
    }

    @Test
    void an_error_rate_at_the_threshold_is_no_alert() {
        assertThat(alerts(new Thresholds(2, none(), Optional.of(50), none(), none()), 1, FINE, FAILED))
                .isEmpty();
    }

    @Test
    void a_slow_median_is_a_degradation() {
        assertThat(alerts(ALL, 1, beat(false, 5), beat(false, 250), beat(false, 300)))
                .containsExactly("staging: api: degradation: median latency 250 ms of 3 requests:"
                        + " 150 ms above the threshold of 100 ms");
    }

    @Test
    void one_slow_answer_is_no_degradation() {
        assertThat(alerts(ALL, 1, beat(false, 5), beat(false, 5_000), beat(false, 5)))
                .isEmpty();
    }

    @Test
    void a_dependency_that_is_reported_unhealthy_is_named() {
        Beat sick = new Beat(false, Duration.ofMillis(5), "status 200", Set.of("database"));
        assertThat(alerts(ALL, 1, FINE, sick, sick, sick))
                .containsExactly("staging: api/database: dependency failure: unhealthy in 3 of 4 answers:"
                        + " 1 above the threshold of 2");
        assertThat(alerts(ALL, 1, FINE, sick)).isEmpty();
    }

    @Test
    void a_service_that_throttles_every_request_is_not_measured() {
        assertThat(new Alerting(ALL).judge("staging", new Pulse("api", 10, List.of())))
                .extracting(Alert::text)
                .containsExactly("staging: api: not measured: each of 10 requests was throttled with the status 429");
    }

    @Test
    void without_a_declared_health_no_service_is_measured() {
        Target target = SampleSystem.targets(URI.create("http://127.0.0.1:9/"), Target.Engine.REMOTE, Map.of())
                .get(0);
        assertThat(target.system().health()).isEmpty();
        assertThat(new Alerting(ALL).at(List.of(target), Redaction.of(List.of())))
                .extracting(Alert::text)
                .containsExactly("staging: every service: not measured: the system declares no `health`");
    }

    private static List<String> alerts(Thresholds thresholds, int times, Beat... last) {
        Stream<Beat> row = Stream.concat(Stream.generate(() -> last[0]).limit(times - 1L), Stream.of(last));
        return new Alerting(thresholds)
                .judge("staging", new Pulse("api", 0, row.toList())).stream()
                        .map(Alert::text)
                        .toList();
    }

    private static Beat beat(boolean failed, int millis) {
        return new Beat(failed, Duration.ofMillis(millis), failed ? "status 500" : "status 200", Set.of());
    }

    private static Optional<Integer> none() {
        return Optional.empty();
    }
}
