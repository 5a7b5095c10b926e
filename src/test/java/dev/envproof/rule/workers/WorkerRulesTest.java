package dev.envproof.rule.workers;

import static dev.envproof.rule.workers.SampleCrew.EXCHANGE;
import static dev.envproof.rule.workers.SampleCrew.OF_PRODUCTION;
import static dev.envproof.rule.workers.SampleCrew.OF_STAGING;
import static dev.envproof.rule.workers.SampleCrew.PRODUCTION;
import static dev.envproof.rule.workers.SampleCrew.STAGING;
import static dev.envproof.rule.workers.SampleCrew.START;
import static dev.envproof.rule.workers.SampleCrew.WORKER;
import static dev.envproof.rule.workers.SampleCrew.crew;
import static dev.envproof.rule.workers.SampleCrew.done;
import static dev.envproof.rule.workers.SampleCrew.idle;
import static dev.envproof.rule.workers.SampleCrew.job;
import static dev.envproof.rule.workers.SampleCrew.pending;
import static dev.envproof.rule.workers.SampleCrew.seen;
import static dev.envproof.rule.workers.SampleCrew.withExpected;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.redis.RedisServer;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.worker.Crew;
import dev.envproof.probe.worker.LongJobProbe;
import dev.envproof.probe.worker.LongJobProbe.Behind;
import dev.envproof.probe.worker.QueuedJob;
import dev.envproof.probe.worker.QueuedJob.Abroad;
import dev.envproof.probe.worker.QueuedJob.Outcome;
import dev.envproof.probe.worker.Ticking;
import dev.envproof.probe.worker.WorkerProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule about workers with its fault, its healthy look-alike, and what it can't tell. */
class WorkerRulesTest {
    @Test
    void jobs_that_are_done_at_home_are_held_by_every_rule() {
        Crew home = crew(done("extraction"), done("default"));
        for (Rule.OfEnvironment<WorkerProbe.Seen> rule : List.<Rule.OfEnvironment<WorkerProbe.Seen>>of(
                new QueuedJobsAreDone(),
                new EveryQueueIsConsumed(),
                new JobCarriesItsEnvironment(),
                new WorkerAgreesWithItsService())) {
            assertThat(of(rule, home)).as(rule.card().id()).isInstanceOf(Held.class);
        }
        for (Rule.OfPair<WorkerProbe.Seen> rule : List.<Rule.OfPair<WorkerProbe.Seen>>of(
                new JobsStayInTheirEnvironment(),
                new ResultsStayInTheirEnvironment(),
                new RowsLandInTheirEnvironment())) {
            assertThat(pair(rule, home)).as(rule.card().id()).isInstanceOf(Held.class);
        }
    }

    @Test
    void a_worker_that_is_down_is_found() {
        Crew crew = crew(pending("extraction"), pending("default"));
        assertThat(of(new QueuedJobsAreDone(), crew))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("none of 2 jobs of extractor was done: PENDING"));
        assertThat(of(new EveryQueueIsConsumed(), crew)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_queue_that_nobody_consumes_is_found_beside_one_that_is() {
        Crew crew = crew(done("extraction"), pending("default"));
        assertThat(of(new EveryQueueIsConsumed(), crew))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).startsWith("no job of default was done"));
        assertThat(of(new QueuedJobsAreDone(), crew)).isInstanceOf(Held.class);
    }

    @Test
    void a_job_that_could_not_be_queued_tells_nothing() {
        QueuedJob refused = new QueuedJob(
                "1", "default", new Fact.Unknown<>("answered with 503"), Optional.empty(), List.of(), EXCHANGE);
        assertThat(of(new QueuedJobsAreDone(), crew(refused))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_job_that_a_siblings_worker_did_is_found() {
        QueuedJob taken = new QueuedJob(
                "1",
                "default",
                new Fact.Known<>(new Outcome("PENDING", false, "", Map.of(), Map.of())),
                Optional.of(new Fact.Known<>(false)),
                List.of(new Abroad(
                        "production",
                        new Fact.Known<>(true),
                        Optional.of("staging"),
                        Optional.of(new Fact.Known<>(true)))),
                EXCHANGE);
        assertThat(pair(new JobsStayInTheirEnvironment(), crew(done("extraction"), taken)))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw())
                                .contains("the job of staging in default was done by a worker of production"));
    }

    @Test
    void one_broker_of_two_environments_is_found() {
        assertThat(new JobsStayInTheirEnvironment()
                        .judge(STAGING, seen(crew(done("default"))), PRODUCTION, seen(idle(OF_STAGING))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_database_of_its_own_on_a_shared_broker_is_none() {
        RedisServer other = new RedisServer("run-1", "repl-1", 9, "redis.staging:6379");
        assertThat(new JobsStayInTheirEnvironment()
                        .judge(STAGING, seen(crew(done("default"))), PRODUCTION, seen(idle(other))))
                .isInstanceOf(Held.class);
    }

    @Test
    void a_result_that_a_sibling_reads_is_found() {
        QueuedJob read = done("default", "staging", true, false);
        assertThat(pair(new ResultsStayInTheirEnvironment(), crew(read))).isInstanceOf(Broken.class);
        assertThat(pair(new JobsStayInTheirEnvironment(), crew(read))).isInstanceOf(Held.class);
    }

    @Test
    void a_row_in_the_siblings_database_is_found() {
        assertThat(pair(new RowsLandInTheirEnvironment(), crew(done("default", "staging", false, true))))
                .isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", ""})
    void a_worker_that_takes_itself_for_another_environments_is_found(String named) {
        assertThat(of(new JobCarriesItsEnvironment(), crew(done("default", named, false, false))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_variable_that_differs_is_found_and_its_value_is_not_told() {
        Crew crew = withExpected(crew(done("default")), Map.of("DATABASE_URL", "f0", "REDIS_URL", "f2"));
        assertThat(of(new WorkerAgreesWithItsService(), crew))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).isEqualTo("the worker lacks REDIS_URL"));
        QueuedJob other = job("default", "staging", false, false, Map.of("DATABASE_URL", "f9"));
        assertThat(of(new WorkerAgreesWithItsService(), crew(other)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).isEqualTo("DATABASE_URL differ"));
    }

    @Test
    void variables_that_only_the_service_needs_are_no_difference() {
        QueuedJob fewer = new QueuedJob(
                "1",
                "default",
                new Fact.Known<>(new Outcome(
                        "SUCCESS",
                        true,
                        "staging",
                        Map.of("DATABASE_URL", "f1"),
                        Map.of("DATABASE_URL", "f1", "SENTRY_DSN", "f7"))),
                Optional.empty(),
                List.of(),
                EXCHANGE);
        assertThat(of(new WorkerAgreesWithItsService(), crew(fewer))).isInstanceOf(Held.class);
    }

    @Test
    void results_in_another_redis_than_declared_are_found() {
        SystemUnderTest system = new SystemUnderTest(
                "sample",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Store.Redis("broker", false, Optional.empty()),
                        new Store.Redis("results", false, Optional.of("broker"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
        RedisServer other = new RedisServer("run-1", "repl-1", 9, "redis.staging:6379");
        assertThat(new BrokerAndResultsAreAsDeclared().judge(system, STAGING, seen(crew(other))))
                .isInstanceOf(Broken.class);
        assertThat(new BrokerAndResultsAreAsDeclared().judge(system, STAGING, seen(crew(OF_STAGING))))
                .isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void a_tick_a_period_is_one(int ticks) {
        assertThat(scheduled(ticks)).isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void no_tick_and_two_a_period_are_found(int ticks) {
        assertThat(scheduled(ticks)).isInstanceOf(Broken.class);
    }

    @Test
    void a_job_behind_one_that_hangs_is_late_where_nothing_ends_it() {
        assertThat(behind(new Fact.Known<>(false))).isInstanceOf(Broken.class);
        assertThat(behind(new Fact.Known<>(true))).isInstanceOf(Held.class);
        assertThat(behind(new Fact.Unknown<>("the jobs were not queued"))).isInstanceOf(Inconclusive.class);
    }

    private static Verdict behind(Fact<Boolean> isDone) {
        LongJobProbe.Seen seen =
                new LongJobProbe.Seen(List.of(new Behind("extractor", "default", Duration.ofSeconds(12), isDone)));
        return new LongJobBlocksNobody().judge(SampleSystem.system(), STAGING, seen);
    }

    private static Verdict scheduled(int ticks) {
        List<Instant> times = IntStream.range(0, ticks)
                .mapToObj(tick -> START.plusMillis(100 + 4_000L * tick / Math.max(1, ticks)))
                .toList();
        Crew crew = new Crew(
                WORKER,
                List.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.of(new Fact.Known<>(new Ticking(times, START, START.plusSeconds(4)))));
        return of(new SchedulerTicksOncePerPeriod(), crew);
    }

    private static Verdict of(Rule.OfEnvironment<WorkerProbe.Seen> rule, Crew crew) {
        return rule.judge(SampleSystem.system(), STAGING, seen(crew));
    }

    private static Verdict pair(Rule.OfPair<WorkerProbe.Seen> rule, Crew crew) {
        return rule.judge(STAGING, seen(crew), PRODUCTION, seen(idle(OF_PRODUCTION)));
    }
}
