package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Hostility;
import dev.envproof.fault.HostilityLookAlike;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Reply;
import dev.envproof.probe.SocketWire;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An edge that spoils one endpoint, before a service that is fine. */
class HostileEndpointTest {
    private static final String GOOD = "{\"status\": \"ok\", \"checks\": {\"database\": \"ok\"}}";
    private static final Duration SHORT = Duration.ofMillis(1_500);
    private static final Duration LONG = Duration.ofSeconds(15);

    private final SystemUnderTest system = JobPlatform.SYSTEM;
    private final List<Route> routes = system.routes();
    private final LoopbackServer service =
            LoopbackServer.listening("service", 0, request -> Answer.of(200, "application/json", GOOD));
    private final AtomicReference<Shape> shape = new AtomicReference<>();
    private final EdgeProxy edge = new EdgeProxy("local", 0, shape::get);

    @BeforeEach
    void start() {
        show(Set.of());
        edge.start();
    }

    @AfterEach
    void stop() {
        edge.close();
        service.close();
    }

    @ParameterizedTest
    @EnumSource(Hostility.class)
    void no_hostile_answer_passes_for_good_health_or_outlasts_the_deadline(Hostility hostility) {
        show(Set.of(hostility));
        long before = System.nanoTime();

        Reply reply = health(last(), SHORT);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
        assertThat(reply instanceof Reply.Answer answer
                        && answer.status() == 200
                        && body(answer).equals(GOOD))
                .as("good health")
                .isFalse();
        assertThat(body((Reply.Answer) health(routes.get(0), LONG)))
                .as("another endpoint")
                .isEqualTo(GOOD);
    }

    @ParameterizedTest
    @EnumSource(HostilityLookAlike.class)
    void an_unusual_answer_that_is_in_order_is_taken(HostilityLookAlike lookAlike) {
        show(Set.of(lookAlike));

        assertThat(health(last(), LONG))
                .isInstanceOfSatisfying(
                        Reply.Answer.class,
                        answer -> assertThat(body(answer).strip()).isEqualTo(GOOD));
    }

    @Test
    void the_endpoint_is_good_again_when_nothing_is_shown() {
        show(Set.of(Hostility.HOSTILE_CONNECTION_RESET));
        health(last(), LONG);
        show(Set.of());

        assertThat(body((Reply.Answer) health(last(), LONG))).isEqualTo(GOOD);
    }

    private Route last() {
        return routes.get(routes.size() - 1);
    }

    private void show(Set<Deviation> deviations) {
        Map<String, String> addresses = new HashMap<>();
        system.services()
                .forEach(it -> addresses.put(
                        ServiceUrls.variable(it.name()), service.url().toString()));
        shape.set(new Shape(system, deviations, Map.of("local", new Variables(addresses))));
    }

    private Reply health(Route route, Duration within) {
        return new SocketWire(Redaction.of(List.of()))
                .send(Ask.get(edge.url().resolve(route.path() + "health")).within(within));
    }

    private static String body(Reply.Answer answer) {
        return answer.body();
    }
}
