package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.Reach;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Knock;
import dev.envproof.probe.Reply;
import dev.envproof.probe.SocketWire;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The front of a replica, by itself: no service stands behind its edges. */
class PublicFrontTest {
    private final SystemUnderTest system = Environments.load(Path.of("environments/exam-platform"), Map.of(), Map.of());
    private final AtomicReference<Shape> shape = new AtomicReference<>(shape());
    private final PublicFront front =
            new PublicFront(system, Map.of("staging", new EdgeProxy("staging", 0, shape::get)), shape::get);

    @BeforeEach
    void start() {
        front.start();
    }

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void a_public_name_is_reached_on_the_replica_over_tls_that_its_own_authority_vouches_for() {
        assertThat(get("https://api-staging.exams.example/health")).isEqualTo("502 ");
    }

    @Test
    void nobody_else_trusts_its_authority() {
        Reach reach = front.reach(system, "staging");
        Target stranger = target(new Reach(reach.urls(), reach.standIns(), Optional.empty()));
        Reply reply = SocketWire.to(List.of(stranger), Redaction.ofVariables(Map.of()))
                .send(Ask.get(URI.create("https://api-staging.exams.example/health")));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.NoAnswer.class, none -> assertThat(none.stage()).isEqualTo(Reply.Stage.TLS));
    }

    @Test
    void plain_http_is_sent_to_the_same_host_over_tls() {
        assertThat(get("http://api-staging.exams.example/a/b?c=d"))
                .isEqualTo("308 https://api-staging.exams.example/a/b?c=d");
    }

    @Test
    void a_host_that_no_environment_has_gets_nothing() {
        Reply reply = wire().send(Ask.get(URI.create("https://api-staging.exams.example/health"))
                .with("Host", "elsewhere.example"));
        assertThat(reply)
                .isInstanceOfSatisfying(
                        Reply.Answer.class,
                        answer -> assertThat(answer.status()).isEqualTo(421));
    }

    @Test
    void a_port_of_a_store_refuses_connections_until_a_fault_opens_it() {
        assertThat(knock()).isInstanceOf(Knock.Shut.class);
        show(Fault.ROUTING_STORE_PORT_OPEN);
        assertThat(knock()).isInstanceOf(Knock.Opened.class);
        show();
        assertThat(knock()).isInstanceOf(Knock.Shut.class);
    }

    private Knock knock() {
        return Knock.at(
                target(front.reach(system, "staging")), "api-staging.exams.example", 5432, Duration.ofSeconds(5));
    }

    private void show(Deviation... deviations) {
        shape.set(shape(deviations));
        front.show(shape.get());
    }

    private Shape shape(Deviation... deviations) {
        return new Shape(system, Set.of(deviations), Map.of());
    }

    private String get(String address) {
        Reply reply = wire().send(Ask.get(URI.create(address)));
        return reply instanceof Reply.Answer answer
                ? answer.status() + " " + answer.first("Location").orElse("")
                : reply.toString();
    }

    private SocketWire wire() {
        return SocketWire.to(List.of(target(front.reach(system, "staging"))), Redaction.ofVariables(Map.of()));
    }

    private Target target(Reach reach) {
        return new Target(
                        system,
                        system.environment("staging").orElseThrow(),
                        Engine.EMBEDDED,
                        URI.create("https://api-staging.exams.example/"),
                        Map.of(),
                        new Variables(Map.of()),
                        Map.of(),
                        Optional.empty())
                .reachedBy(reach);
    }
}
