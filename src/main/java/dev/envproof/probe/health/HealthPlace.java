package dev.envproof.probe.health;

import dev.envproof.environment.Health;
import dev.envproof.probe.health.Poll.Answered;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * One address where a service tells its health.
 *
 * @param says the place as words for a report: the route at the edge, or the service's name
 * @param polls in the order of asking
 * @param likeness how alike the body is to what a random path beside it answers with success, from 0 to 1; empty where
 *     no random path was answered
 * @param claimed the environment that the service's identity claims to a request like these
 */
public record HealthPlace(
        String service, String says, List<Poll> polls, OptionalDouble likeness, Optional<String> claimed) {
    public HealthPlace {
        polls = List.copyOf(polls);
    }

    public Stream<Answered> answers() {
        return polls.stream().filter(Answered.class::isInstance).map(Answered.class::cast);
    }

    /** Answers whose body tells a state, healthy or not. */
    public Stream<Answered> told() {
        return answers().filter(answer -> answer.state().isPresent());
    }

    public long healthyPolls(Health declared) {
        return answers().filter(answer -> answer.isHealthyBy(declared)).count();
    }
}
