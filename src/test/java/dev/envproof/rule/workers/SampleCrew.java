package dev.envproof.rule.workers;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Worker;
import dev.envproof.environment.Worker.Scheduler;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.redis.RedisServer;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.QueuedJob.Abroad;
import dev.envproof.probe.worker.QueuedJob.Outcome;
import dev.envproof.probe.worker.WorkerProbe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a worker probe saw, made up. */
final class SampleCrew {
    static final Environment STAGING = SampleSystem.environment("staging", "STAGING", Set.of("extractor"));
    static final Environment PRODUCTION = SampleSystem.environment("production", "PROD", Set.of());
    static final Exchange EXCHANGE = new Exchange("GET /jobs/1", List.of("200"), "curl");
    static final RedisServer OF_STAGING = new RedisServer("run-1", "repl-1", 0, "redis.staging:6379");
    static final RedisServer OF_PRODUCTION = new RedisServer("run-2", "repl-2", 0, "redis.prod:6379");
    static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    static final Worker WORKER = new Worker(
            "extractor",
            "backend",
            "broker",
            "results",
            List.of("database"),
            List.of("extraction", "default"),
            new Worker.Job(
                    "jobs",
                    "/state",
                    List.of("SUCCESS"),
                    List.of("FAILURE"),
                    "/environment",
                    Optional.of("records"),
                    Optional.of("/worker"),
                    Optional.of("/service")),
            Duration.ofSeconds(10),
            2,
            Optional.of(Duration.ofSeconds(2)),
            Set.of(),
            Optional.empty(),
            Optional.of(new Scheduler("schedule", "/ticks", "/now", Duration.ofSeconds(1))));

    private SampleCrew() {}

    static WorkerProbe.Seen seen(Crew crew) {
        return new WorkerProbe.Seen(List.of(crew));
    }

    static Crew crew(QueuedJob... jobs) {
        Map<String, Map<String, String>> expected = Map.of("1", Map.of("DATABASE_URL", "f1"));
        Fact<RedisServer> server = new Fact.Known<>(OF_STAGING);
        return new Crew(
                WORKER,
                List.of(jobs),
                Map.of("broker", server, "results", server),
                Map.of(),
                expected,
                Optional.empty());
    }

    static Crew crew(RedisServer results) {
        return new Crew(
                WORKER,
                List.of(),
                Map.of("broker", new Fact.Known<>(OF_STAGING), "results", new Fact.Known<>(results)),
                Map.of(),
                Map.of(),
                Optional.empty());
    }

    static Crew idle(RedisServer server) {
        Fact<RedisServer> known = new Fact.Known<>(server);
        return new Crew(
                WORKER, List.of(), Map.of("broker", known, "results", known), Map.of(), Map.of(), Optional.empty());
    }

    static Crew withExpected(Crew crew, Map<String, String> expected) {
        return new Crew(
                crew.worker(), crew.jobs(), crew.redis(), crew.waiting(), Map.of("1", expected), crew.ticking());
    }

    static QueuedJob done(String queue) {
        return done(queue, "staging", false, false);
    }

    static QueuedJob done(String queue, String environment, boolean isReadAbroad, boolean hasRowAbroad) {
        return job(queue, environment, isReadAbroad, hasRowAbroad, Map.of("DATABASE_URL", "f1"));
    }

    static QueuedJob job(
            String queue,
            String environment,
            boolean isReadAbroad,
            boolean hasRowAbroad,
            Map<String, String> workerVariables) {
        return new QueuedJob(
                "1",
                queue,
                new Fact.Known<>(
                        new Outcome("SUCCESS", true, environment, workerVariables, Map.of("DATABASE_URL", "f1"))),
                Optional.of(new Fact.Known<>(!hasRowAbroad)),
                List.of(new Abroad(
                        "production",
                        new Fact.Known<>(isReadAbroad),
                        isReadAbroad ? Optional.of(environment) : Optional.empty(),
                        Optional.of(new Fact.Known<>(hasRowAbroad)))),
                EXCHANGE);
    }

    static QueuedJob pending(String queue) {
        return new QueuedJob(
                "1",
                queue,
                new Fact.Known<>(new Outcome("PENDING", false, "", Map.of(), Map.of())),
                Optional.of(new Fact.Known<>(false)),
                List.of(new Abroad(
                        "production", new Fact.Known<>(false), Optional.empty(), Optional.of(new Fact.Known<>(false)))),
                EXCHANGE);
    }
}
