package dev.envproof.probe.health;

import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Together;
import dev.envproof.probe.health.Poll.Answered;
import dev.envproof.probe.health.Pulse.Beat;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Asks the health of each service through the edge so many times in a row, one request after the other, so that no
 * request waits for another of its own row. It only reads.
 *
 * @param budget what all requests to one service may take together
 */
public record PulseLook(Lookout lookout, int requests, Duration budget) {
    private static final int AT_ONCE = 4;
    private static final int TOO_MANY = 429;

    /** One pulse a route; none where the system declares no health. */
    public List<Pulse> at(Target target) {
        return target.system().health().map(health -> at(target, health)).orElse(List.of());
    }

    private List<Pulse> at(Target target, Health health) {
        HealthQuestion question = new HealthQuestion(target, lookout, health);
        List<Callable<Pulse>> rows = new ArrayList<>();
        target.routes().forEach(route -> rows.add(() -> row(question, target, route)));
        return Together.ask(AT_ONCE, rows);
    }

    private Pulse row(HealthQuestion question, Target target, Route route) {
        URI address = route.at(target.edge(), question.declared().path());
        long end = System.nanoTime() + budget.toNanos();
        List<Beat> beats = new ArrayList<>();
        int throttled = 0;
        for (int turn = 0; turn < requests && System.nanoTime() < end; turn++) {
            long start = System.nanoTime();
            Reply reply = question.reply(address);
            if (reply instanceof Reply.Answer answer && answer.status() == TOO_MANY) {
                throttled++;
            } else {
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                beats.add(beat(question, question.poll(address, reply), took));
            }
        }
        return new Pulse(route.service(), throttled, beats);
    }

    private static Beat beat(HealthQuestion question, Poll poll, Duration took) {
        if (!(poll instanceof Answered answer)) {
            return new Beat(true, took, poll.says(), Set.of());
        }
        Health declared = question.declared();
        boolean healthy =
                answer.isSuccess() && answer.state().filter(declared::isHealthy).isPresent();
        Set<String> unhealthy = answer.checks().entrySet().stream()
                .filter(check -> !declared.isHealthy(check.getValue()) && !declared.isOptional(check.getValue()))
                .map(check -> check.getKey())
                .collect(Collectors.toUnmodifiableSet());
        return new Beat(!healthy, took, poll.says(), unhealthy);
    }
}
