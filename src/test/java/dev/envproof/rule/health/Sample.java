package dev.envproof.rule.health;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Reply.Stage;
import dev.envproof.probe.health.HealthPlace;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.health.Poll;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a health probe may have seen of the staging of job-platform. */
final class Sample {
    static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());
    static final Environment STAGING = SYSTEM.environment("staging").orElseThrow();
    static final Map<String, String> ALL_OK = Map.of("database", "ok");

    private Sample() {}

    static Poll answered(int status, String state, Map<String, String> checks, String environment) {
        return new Poll.Answered(status, Optional.of(state), checks, Optional.of(environment), exchange());
    }

    static Poll green() {
        return answered(200, "ok", ALL_OK, "staging");
    }

    static Poll red() {
        return answered(503, "down", Map.of("database", "down"), "staging");
    }

    /** A page without any health in it. */
    static Poll page(int status) {
        return new Poll.Answered(status, Optional.empty(), Map.of(), Optional.empty(), exchange());
    }

    static Poll silent() {
        return new Poll.Silent(Stage.CONNECT, "refused", exchange());
    }

    static Poll sentAway() {
        return new Poll.SentAway(302, "sent to /login", exchange());
    }

    static HealthProbe.Seen seen(Poll... polls) {
        return new HealthProbe.Seen(List.of(place(0, "staging", polls)));
    }

    static HealthPlace place(double likeness, String claimed, Poll... polls) {
        return new HealthPlace(
                "job-matcher",
                "/api/job-matcher/",
                List.of(polls),
                OptionalDouble.of(likeness),
                Optional.of(claimed).filter(name -> !name.isEmpty()));
    }

    static Exchange exchange() {
        return new Exchange(
                "GET http://127.0.0.1/health", List.of("HTTP/1.1 200 OK"), "curl -si http://127.0.0.1/health");
    }
}
