package dev.envproof.probe.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.health.HealthServer.Behaviour;
import dev.envproof.probe.health.HealthServer.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PulseLookTest {
    private static final String GREEN = "{\"status\":\"ok\",\"checks\":{\"database\":\"ok\",\"cache\":\"disabled\"}}";
    private static final String SICK = "{\"status\":\"ok\",\"checks\":{\"database\":\"down\",\"cache\":\"ok\"}}";

    @Test
    void asks_each_service_as_often_as_it_is_told() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        assertThat(look(5, (path, server) -> {
                    asked.incrementAndGet();
                    return Response.of(200, GREEN);
                }))
                .hasSize(4)
                .allSatisfy(pulse -> {
                    assertThat(pulse.beats()).hasSize(5);
                    assertThat(pulse.failed()).isEmpty();
                    assertThat(pulse.unhealthy()).isEmpty();
                    assertThat(pulse.median()).isPositive();
                });
        assertThat(asked).hasValue(20);
    }

    @Test
    void counts_every_answer_that_is_no_healthy_success_as_a_failure() throws IOException {
        AtomicInteger turn = new AtomicInteger();
        List<Response> answers = List.of(
                Response.of(500, GREEN),
                Response.of(200, "{\"status\":\"down\"}"),
                Response.of(200, "<p>welcome</p>"),
                Response.redirect("/sign-in"));
        assertThat(look(
                                4,
                                (path, server) -> path.contains("matcher")
                                        ? answers.get(turn.getAndIncrement())
                                        : Response.of(200, GREEN))
                        .stream()
                        .filter(pulse -> pulse.service().equals("job-matcher"))
                        .map(pulse -> pulse.failed().size() + " " + pulse.longestFailure()))
                .containsExactly("4 4");
    }

    @Test
    void names_the_dependencies_that_an_answer_reports_as_unhealthy() throws IOException {
        assertThat(look(3, (path, server) -> Response.of(200, SICK)))
                .allSatisfy(pulse -> assertThat(pulse.unhealthy()).containsOnly(Map.entry("database", 3L)));
    }

    @Test
    void takes_a_throttled_request_for_no_failure() throws IOException {
        assertThat(look(3, (path, server) -> Response.of(429, ""))).allSatisfy(pulse -> {
            assertThat(pulse.throttled()).isEqualTo(3);
            assertThat(pulse.beats()).isEmpty();
        });
    }

    @Test
    void stops_asking_when_the_time_of_a_row_is_over() throws IOException {
        try (HealthServer server = new HealthServer((path, it) -> Response.of(200, GREEN))) {
            assertThat(new PulseLook(HealthServer.lookout(), 1_000, Duration.ZERO).at(server.staging()))
                    .hasSize(4)
                    .allSatisfy(pulse -> assertThat(pulse.beats()).isEmpty());
        }
    }

    private static List<Pulse> look(int requests, Behaviour behaviour) throws IOException {
        try (HealthServer server = new HealthServer(behaviour)) {
            return new PulseLook(HealthServer.lookout(), requests, Duration.ofSeconds(20)).at(server.staging());
        }
    }
}
