package dev.envproof.probe.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Health;
import dev.envproof.probe.health.HealthServer.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthProbeTest {
    private static final String GREEN =
            "{\"status\":\"ok\",\"environment\":\"staging\",\"checks\":{\"database\":\"ok\",\"storage\":\"ok\"}}";
    private static final String PAGE = "<!doctype html><title>Jobs</title><p>one page for every path of this site</p>";

    @Test
    void reads_every_part_of_a_health_body_several_times() throws IOException {
        List<HealthPlace> places =
                look((path, server) -> path.endsWith("/health") ? Response.of(200, GREEN) : Response.notFound());
        assertThat(places)
                .extracting(HealthPlace::says)
                .contains("/api/job-matcher/")
                .hasSize(4);
        assertThat(places).allSatisfy(place -> {
            assertThat(place.polls()).hasSize(8);
            assertThat(place.told()).hasSize(8).allSatisfy(told -> {
                assertThat(told.state()).contains("ok");
                assertThat(told.environment()).contains("staging");
                assertThat(told.checks()).containsOnlyKeys("database", "storage");
            });
            assertThat(place.likeness()).hasValue(0);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'database':{'status':'down','details':{'version':15}},'storage':{'status':'ok'}}",
                "{'database':{'state':'down'},'storage':'ok'}",
                "[{'name':'storage','status':'ok'},{'name':'database','status':'down'}]",
                "{'database':[{'componentId':'17','status':'down'}],'storage':[{'status':'ok'},{'status':'ok'}]}",
                "[{'component':'database','result':'down'},{'id':'storage','result':'ok'}]"
            })
    void reads_checks_in_the_shapes_that_frameworks_give_them(String checks) throws IOException {
        String body = "{'status':'ok','environment':'staging','checks':" + checks + "}";
        assertThat(look((path, server) -> Response.of(200, body.replace('\'', '"'))))
                .allSatisfy(place -> assertThat(place.told()).isNotEmpty().allSatisfy(told -> {
                    assertThat(told.checks()).containsEntry("database", "down").containsEntry("storage", "ok");
                    assertThat(isGreen(told)).isFalse();
                }));
    }

    @Test
    void a_check_whose_state_is_nowhere_to_be_found_is_not_taken_for_a_healthy_one() throws IOException {
        String body = "{'status':'ok','checks':{'database':{'latency':3},'storage':[]}}";
        assertThat(look((path, server) -> Response.of(200, body.replace('\'', '"'))))
                .allSatisfy(place -> assertThat(place.told())
                        .isNotEmpty()
                        .allSatisfy(told -> assertThat(told.checks()).containsKeys("database", "storage"))
                        .allSatisfy(told -> assertThat(isGreen(told)).isFalse()));
    }

    @Test
    void letter_case_of_a_state_does_not_matter() throws IOException {
        assertThat(look((path, server) -> Response.of(200, GREEN.replace("\"ok\"", "\"OK\""))))
                .allSatisfy(place -> assertThat(place.told())
                        .isNotEmpty()
                        .allSatisfy(told -> assertThat(isGreen(told)).isTrue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREEN{}", "GREEN trailing", "{'status':'down',GREEN", "GREEN{'status':'down'}"})
    void a_body_that_says_more_than_one_thing_says_nothing(String form) throws IOException {
        String body = form.replace("{'status':'down',GREEN", "{'status':'down'," + GREEN.substring(1))
                .replace("GREEN", GREEN)
                .replace('\'', '"');
        assertThat(look((path, server) -> Response.of(200, body)))
                .allSatisfy(place -> assertThat(place.told()).isEmpty());
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_body() throws IOException {
        assertThat(look((path, server) -> Response.of(200, "\ufeff" + GREEN)))
                .allSatisfy(place -> assertThat(place.told()).isNotEmpty());
    }

    @Test
    void being_turned_away_for_the_hurry_tells_nothing_about_health() throws IOException {
        assertThat(look((path, server) -> Response.of(429, "{}")))
                .allSatisfy(place -> assertThat(place.polls())
                        .hasOnlyElementsOfType(Poll.Silent.class)
                        .extracting(Poll::says)
                        .allMatch(says -> says.contains("429")));
    }

    @Test
    void measures_how_alike_health_is_to_the_page_of_a_random_path() throws IOException {
        assertThat(look((path, server) -> Response.of(200, PAGE))).allSatisfy(place -> {
            assertThat(place.likeness()).hasValue(1);
            assertThat(place.told()).isEmpty();
        });
        assertThat(look((path, server) -> Response.of(200, path.endsWith("/health") ? GREEN : PAGE)))
                .allSatisfy(place -> assertThat(place.likeness().orElse(1)).isLessThan(0.5));
    }

    @Test
    void tells_a_sign_in_from_the_same_path_with_a_slash() throws IOException {
        assertThat(look((path, server) ->
                        path.endsWith("/health") ? Response.redirect("/login") : Response.of(200, GREEN)))
                .allSatisfy(place -> assertThat(place.polls())
                        .hasOnlyElementsOfType(Poll.SentAway.class)
                        .extracting(Poll::says)
                        .containsOnly("status 302, sent to /login"));
        assertThat(look((path, server) ->
                        path.endsWith("/health") ? Response.redirect("health/") : Response.of(200, GREEN)))
                .allSatisfy(place -> assertThat(place.told()).hasSize(8));
    }

    @Test
    void stops_each_store_and_sees_health_follow() throws IOException {
        List<Outage> outages = watch((path, server) -> health(path, server.stopped));
        assertThat(outages)
                .extracting(outage -> outage.service() + " " + outage.store())
                .containsExactlyInAnyOrder(
                        "job-extractor database",
                        "job-matcher database",
                        "resume-parser database",
                        "resume-parser storage");
        assertThat(outages).allSatisfy(outage -> {
            assertThat(isGreen(outage.before())).isTrue();
            assertThat(isGreen(outage.during())).isFalse();
            assertThat(outage.stillReached()).isFalse();
            assertThat(isGreen(outage.after())).isTrue();
        });
    }

    @Test
    void sees_health_that_ignores_its_stores() throws IOException {
        assertThat(watch((path, server) -> health(path, Set.of()))).isNotEmpty().allSatisfy(outage -> {
            assertThat(isGreen(outage.during())).isTrue();
            assertThat(outage.stillReached()).isFalse();
        });
    }

    @Test
    void notices_that_a_service_reaches_another_store_than_the_stopped_one() throws IOException {
        String identity = "{\"environment\":\"staging\",\"stores\":{\"database\":\"17\",\"storage\":\"18\"}}";
        assertThat(watch((path, server) ->
                        path.endsWith("/identity") ? Response.of(200, identity) : health(path, Set.of())))
                .isNotEmpty()
                .allSatisfy(outage -> assertThat(outage.stillReached()).isTrue());
    }

    @Test
    void stops_nothing_where_health_is_red_already() throws IOException {
        try (HealthServer server = new HealthServer((path, self) -> {
            assertThat(self.stopped).isEmpty();
            return Response.of(503, "{\"status\":\"down\"}");
        })) {
            List<Outage> outages = new HealthOutageProbe()
                    .look(server.staging(), HealthServer.lookout())
                    .outages();
            assertThat(outages)
                    .isNotEmpty()
                    .allSatisfy(outage -> assertThat(outage.during())
                            .isInstanceOf(Poll.Answered.class)
                            .isSameAs(outage.before()));
        }
    }

    private static Response health(String path, Set<String> stopped) {
        if (!path.endsWith("/health")) {
            return Response.notFound();
        }
        String body = stopped.isEmpty()
                ? GREEN
                : "{\"status\":\"down\",\"checks\":{\"" + stopped.iterator().next() + "\":\"down\"}}";
        return Response.of(stopped.isEmpty() ? 200 : 503, body);
    }

    private static boolean isGreen(Poll poll) {
        Health declared = HealthServer.SYSTEM.health().orElseThrow();
        return Optional.of(poll)
                .filter(Poll.Answered.class::isInstance)
                .map(Poll.Answered.class::cast)
                .filter(answer -> answer.isHealthyBy(declared))
                .isPresent();
    }

    private static List<HealthPlace> look(HealthServer.Behaviour behaviour) throws IOException {
        try (HealthServer server = new HealthServer(behaviour)) {
            return new HealthProbe()
                    .look(server.staging(), HealthServer.lookout())
                    .places();
        }
    }

    private static List<Outage> watch(HealthServer.Behaviour behaviour) throws IOException {
        try (HealthServer server = new HealthServer(behaviour)) {
            return new HealthOutageProbe()
                    .look(server.staging(), HealthServer.lookout())
                    .outages();
        }
    }
}
