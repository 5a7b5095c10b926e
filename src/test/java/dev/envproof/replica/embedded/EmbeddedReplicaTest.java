package dev.envproof.replica.embedded;

import static dev.envproof.replica.embedded.JobPlatform.SYSTEM;
import static dev.envproof.replica.embedded.JobPlatform.get;
import static dev.envproof.replica.embedded.JobPlatform.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Controls.Handle;
import dev.envproof.environment.Controls.Started;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.fault.Fault;
import dev.envproof.replica.Replica;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.SAME_THREAD)
class EmbeddedReplicaTest {
    private static final List<String> PROGRESS = new CopyOnWriteArrayList<>();
    private static Replica replica;

    @BeforeAll
    static void start() {
        replica = EmbeddedReplica.start(SYSTEM, Set.of(), PROGRESS::add);
    }

    @AfterAll
    static void stop() {
        replica.close();
    }

    @BeforeEach
    void show_the_healthy_state() {
        replica.show(SYSTEM, Set.of());
    }

    @Test
    void tells_a_line_per_part_and_a_total() {
        assertThat(PROGRESS)
                .anyMatch(line -> line.matches("replica: postgres staging ready in \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("replica: edge public ready in \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("replica: job-matcher \\(public\\) ready in \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("replica: ready in \\d+\\.\\d s"));
    }

    @Test
    void every_service_of_every_environment_is_healthy() {
        for (Target target : replica.targets()) {
            for (Route route : SYSTEM.routes()) {
                HttpCall.Reply reply = get(target, route.service(), "health");
                assertThat(reply.status()).isEqualTo(200);
                assertThat(reply.body())
                        .contains("\"environment\":\"" + target.environment().name() + "\"");
            }
        }
    }

    @Test
    void every_environment_has_stores_of_its_own() {
        assertThat(replica.targets().stream().map(EmbeddedReplicaTest::stores).toList())
                .hasSize(3)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_record_and_an_object_live_in_one_environment_only() {
        for (String[] canary : new String[][] {{"job-matcher", "records"}, {"resume-parser", "objects"}}) {
            String path = canary[1] + "/c-1";
            assertThat(send("POST", target("staging"), canary[0], canary[1], "{\"id\":\"c-1\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(get(target("staging"), canary[0], path).body()).contains("c-1");
            assertThat(get(target("production"), canary[0], path).status()).isEqualTo(404);
            assertThat(send("DELETE", target("staging"), canary[0], path, "").status())
                    .isEqualTo(204);
            assertThat(get(target("staging"), canary[0], path).status()).isEqualTo(404);
        }
    }

    @Test
    void showing_anew_removes_canaries_and_log_lines() throws IOException {
        send("POST", target("staging"), "job-matcher", "records", "{\"id\":\"c-2\"}");
        assertThat(target("staging").logFiles().get("job-matcher")).isNotEmptyFile();
        replica.show(SYSTEM, Set.of());
        assertThat(target("staging").logFiles().get("job-matcher")).isEmptyFile();
        assertThat(get(target("staging"), "job-matcher", "records/c-2").status())
                .isEqualTo(404);
    }

    @Test
    void a_call_between_services_reaches_the_same_environment() {
        for (Target target : replica.targets()) {
            assertThat(get(target, "job-matcher", "parsed-resume").body())
                    .isEqualTo(get(target, "resume-parser", "identity").body());
        }
    }

    @Test
    void a_stopped_database_makes_its_own_environment_unhealthy_until_it_is_back() {
        Target staging = target("staging");
        Handle outage = target("staging").controls().orElseThrow().stopStore("staging", "database");
        try {
            assertThat(get(staging, "job-matcher", "health").status()).isEqualTo(503);
            assertThat(get(staging, "job-matcher", "health").body()).contains("\"database\":\"down\"");
            assertThat(get(target("production"), "job-matcher", "health").status())
                    .isEqualTo(200);
        } finally {
            outage.close();
        }
        assertThat(get(staging, "job-matcher", "health").status()).isEqualTo(200);
    }

    @Test
    void a_stopped_bucket_makes_only_its_own_check_fail() {
        Target staging = target("staging");
        Handle outage = target("staging").controls().orElseThrow().stopStore("staging", "storage");
        try {
            assertThat(get(staging, "resume-parser", "health").body())
                    .contains("\"database\":\"ok\"", "\"storage\":\"down\"");
        } finally {
            outage.close();
        }
        assertThat(get(staging, "resume-parser", "health").status()).isEqualTo(200);
    }

    @Test
    void one_more_instance_without_credentials_fails_closed_and_names_the_environment() throws IOException {
        Target staging = target("staging");
        try (Started instance = staging.controls()
                .orElseThrow()
                .startService("public", "job-matcher", Map.of("SUPABASE_URL_STAGING", ""))) {
            HttpCall.Reply reply =
                    HttpCall.send("GET", instance.url().resolve("identity"), Map.of("X-Environment", "staging"), "");
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.body()).contains("staging");
        }
    }

    @Test
    void the_constant_health_stays_green_without_a_database() {
        replica.show(SYSTEM, Set.of(Fault.HEALTH_CONSTANT_ANSWER));
        Handle outage = target("staging").controls().orElseThrow().stopStore("staging", "database");
        try {
            assertThat(get(target("staging"), "job-matcher", "health").status()).isEqualTo(200);
        } finally {
            outage.close();
        }
    }

    @Test
    void a_dropped_header_leads_to_the_default() {
        replica.show(SYSTEM, Set.of(Fault.ROUTING_HEADER_DROPPED));
        assertThat(stores(target("staging"))).isEqualTo(stores(target("production")));
    }

    @Test
    void the_same_database_stores_staging_records_in_production() {
        replica.show(SYSTEM, Set.of(Fault.ISOLATION_SAME_DATABASE));
        send("POST", target("staging"), "job-matcher", "records", "{\"id\":\"c-3\"}");
        assertThat(get(target("production"), "job-matcher", "records/c-3").status())
                .isEqualTo(200);
    }

    private static Target target(String environment) {
        return JobPlatform.target(replica, environment);
    }

    private static String stores(Target target) {
        return get(target, "resume-parser", "identity").body().replaceAll("(?s).*\"stores\":", "");
    }
}
