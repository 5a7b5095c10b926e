package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.StoreSeen.PRODUCTION;
import static dev.envproof.rule.isolation.StoreSeen.PRODUCTION_SERVER;
import static dev.envproof.rule.isolation.StoreSeen.STAGING;
import static dev.envproof.rule.isolation.StoreSeen.STAGING_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SystemUnderTest.CanaryPath;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Planted.Canary;
import dev.envproof.probe.Reply;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.store.BucketProbe;
import dev.envproof.probe.store.BucketProbe.Attempt;
import dev.envproof.probe.store.BucketProbe.Bucket;
import dev.envproof.probe.store.CanaryProbe.Look;
import dev.envproof.probe.store.CanaryProbe.Seen;
import dev.envproof.probe.store.Fact;
import dev.envproof.probe.store.Server;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staging may be written to, production may not; the canary is staging's. */
class CanaryRulesTest {
    private static final Exchange EXCHANGE = new Exchange("GET http://edge.example/", List.of(), "curl");
    private static final Fact<Boolean> THERE = new Fact.Known<>(true);
    private static final Fact<Boolean> NOT_THERE = new Fact.Known<>(false);
    private static final Fact<Boolean> NOT_WRITTEN = new Fact.Unknown<>("not written");

    @Test
    void a_canary_that_shows_at_home_only_proves_two_databases() {
        assertThat(databases(staging(THERE), production(NOT_THERE))).isInstanceOf(Held.class);
    }

    @Test
    void a_canary_that_shows_next_door_is_found() {
        assertThat(databases(staging(THERE), production(THERE))).isInstanceOf(Broken.class);
        assertThat(storage(staging(THERE), production(THERE))).isInstanceOf(Broken.class);
    }

    @Test
    void an_absence_counts_only_beside_a_canary_that_shows_at_home() {
        Seen silent = seen(NOT_THERE, STAGING_SERVER, Map.of(), Map.of());
        Seen other = seen(NOT_THERE, PRODUCTION_SERVER, Map.of(), Map.of());
        assertThat(databases(silent, other)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void variables_that_lead_to_one_database_are_found_without_a_canary() {
        Seen copied = seen(NOT_WRITTEN, PRODUCTION_SERVER, Map.of(), Map.of());
        assertThat(databases(copied, production(NOT_WRITTEN))).isInstanceOf(Broken.class);
    }

    @Test
    void the_same_name_on_another_server_is_healthy() {
        assertThat(STAGING_SERVER.database()).isEqualTo(PRODUCTION_SERVER.database());
        assertThat(databases(staging(NOT_WRITTEN), production(NOT_WRITTEN))).isInstanceOf(Held.class);
    }

    @Test
    void an_alias_of_one_server_is_left_to_the_rule_about_servers() {
        Server alias = new Server("72", "2026-11-01 11:00", false, "alias.example:5432", "postgres");
        assertThat(databases(seen(THERE, alias, Map.of(), Map.of()), production(THERE)))
                .isInstanceOf(Inconclusive.class);
    }

    @Test
    void requests_that_went_astray_are_left_to_routing() {
        Map<String, Fact<String>> led = Map.of(
                "job-matcher/database", new Fact.Known<>("72"), "resume-parser/database", new Fact.Known<>("72"));
        Seen astray = seen(THERE, STAGING_SERVER, led, declared("71", "bucket-s"));
        assertThat(databases(astray, production(THERE))).isInstanceOf(Inconclusive.class);
        assertThat(storage(astray, production(THERE))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_storage_client_that_was_left_behind_is_found_although_nothing_was_written() {
        Map<String, Fact<String>> left = Map.of(
                "resume-parser/database",
                new Fact.Known<>("71"),
                "resume-parser/storage",
                new Fact.Known<>("bucket-p"));
        Seen staging = seen(NOT_WRITTEN, STAGING_SERVER, left, declared("71", "bucket-s"));
        assertThat(storage(staging, production(NOT_WRITTEN))).isInstanceOf(Broken.class);
        assertThat(databases(staging, production(NOT_WRITTEN))).isInstanceOf(Held.class);
    }

    @Test
    void a_bucket_that_anyone_reads_is_found_and_a_refusal_needs_the_control() {
        assertThat(bucket(Optional.of("content"), 200, "content")).isInstanceOf(Broken.class);
        assertThat(bucket(Optional.of("content"), 401, "")).isInstanceOf(Held.class);
        assertThat(bucket(Optional.empty(), 401, "")).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_partial_answer_with_the_content_is_a_read() {
        assertThat(bucket(Optional.of("content"), 206, "content")).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 429, 500, 503})
    void what_is_neither_the_object_nor_a_refusal_tells_nothing(int status) {
        assertThat(bucket(Optional.of("content"), status, "please wait")).isInstanceOf(Inconclusive.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void a_refusal_holds(int status) {
        assertThat(bucket(Optional.of("content"), status, "no")).isInstanceOf(Held.class);
    }

    private static Verdict bucket(Optional<String> content, int status, String body) {
        Reply reply = new Reply.Answer(status, List.<Ask.Header>of(), body, false, Duration.ZERO, EXCHANGE);
        Bucket bucket = new Bucket("storage", "resumes", content, List.of(new Attempt("without any key", reply)));
        return new PrivateBucketIsPrivate()
                .judge(SampleSystem.system(), STAGING, new BucketProbe.Seen(List.of(bucket)));
    }

    private static Verdict databases(Seen staging, Seen production) {
        return new EachEnvironmentHasItsOwnDatabase().judge(STAGING, staging, PRODUCTION, production);
    }

    private static Verdict storage(Seen staging, Seen production) {
        return new StorageFollowsTheEnvironment().judge(STAGING, staging, PRODUCTION, production);
    }

    private static Seen staging(Fact<Boolean> shows) {
        return seen(shows, STAGING_SERVER, served("71", "bucket-s"), declared("71", "bucket-s"));
    }

    private static Seen production(Fact<Boolean> shows) {
        return seen(shows, PRODUCTION_SERVER, served("72", "bucket-p"), declared("72", "bucket-p"));
    }

    private static Map<String, Fact<String>> served(String database, String bucket) {
        return Map.of(
                "job-matcher/database", new Fact.Known<>(database),
                "resume-parser/database", new Fact.Known<>(database),
                "resume-parser/storage", new Fact.Known<>(bucket));
    }

    private static Map<String, Fact<String>> declared(String database, String bucket) {
        return Map.of("database", new Fact.Known<>(database), "storage", new Fact.Known<>(bucket));
    }

    private static Seen seen(
            Fact<Boolean> shows, Server server, Map<String, Fact<String>> served, Map<String, Fact<String>> declared) {
        return new Seen(
                List.of(look(SampleSystem.RECORDS, shows), look(SampleSystem.OBJECTS, shows)),
                served,
                declared,
                Map.of("database", new Fact.Known<>(server)));
    }

    private static Look look(CanaryPath path, Fact<Boolean> shows) {
        Reply written = new Reply.Answer(201, List.<Ask.Header>of(), "", false, Duration.ZERO, EXCHANGE);
        return new Look(new Canary("staging", path, "id-" + path.name(), written), shows, EXCHANGE);
    }
}
