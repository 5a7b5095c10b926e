package dev.envproof.rule.flags;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.flags.ExposureProbe;
import dev.envproof.probe.flags.RouteExposure;
import dev.envproof.probe.flags.RouteExposure.Door;
import dev.envproof.probe.flags.RouteExposure.Kind;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposureRulesTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());
    private static final Answer CONFIGURATION = Replies.answer(200, "{\"debug\":true,\"pool\":10}");
    private static final Answer TRACE = Replies.answer(500, "at com.acme.Jobs.find(Jobs.java:42)");
    private static final Answer PAGE = Replies.answer(200, "<html><title>Jobs</title>one moment please</html>");

    @Test
    void an_open_debug_endpoint_breaks_only_its_own_rule_in_production() {
        RouteExposure route = route(Replies.NOT_FOUND, door(Kind.DEBUGGING, CONFIGURATION));

        assertThat(judge(new DebugEndpointsAreAsDeclared(), "production", route))
                .isInstanceOf(Broken.class);
        assertThat(judge(new ErrorsKeepTheirStackTrace(), "production", route)).isInstanceOf(Held.class);
        assertThat(judge(new MocksStayOut(), "production", route)).isInstanceOf(Held.class);
    }

    @Test
    void open_documentation_is_broken_where_it_is_declared_closed_and_held_where_it_is_declared_open() {
        RouteExposure route = route(Replies.NOT_FOUND, door(Kind.DOCUMENTATION, CONFIGURATION));

        assertThat(judge(new DocumentationIsAsDeclared(), "production", route)).isInstanceOf(Broken.class);
        assertThat(judge(new DocumentationIsAsDeclared(), "development", route)).isInstanceOf(Held.class);
    }

    @Test
    void a_declared_debug_endpoint_that_is_closed_is_not_as_declared() {
        RouteExposure route = route(Replies.NOT_FOUND, door(Kind.DEBUGGING, Replies.NOT_FOUND));

        assertThat(judge(new DebugEndpointsAreAsDeclared(), "development", route))
                .isInstanceOf(Broken.class);
    }

    @Test
    void the_page_that_answers_everywhere_is_no_debug_endpoint() {
        RouteExposure route = route(PAGE, door(Kind.DEBUGGING, PAGE));

        assertThat(judge(new DebugEndpointsAreAsDeclared(), "production", route))
                .isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void a_debug_endpoint_that_has_no_time_for_an_answer_is_not_known_to_be_closed(int status) {
        RouteExposure route = route(Replies.NOT_FOUND, door(Kind.DEBUGGING, Replies.answer(status, "later")));

        assertThat(judge(new DebugEndpointsAreAsDeclared(), "production", route))
                .isInstanceOf(Inconclusive.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 401, 403, 404, 405, 410})
    void a_debug_endpoint_that_turns_strangers_away_is_closed(int status) {
        RouteExposure route = route(Replies.NOT_FOUND, door(Kind.DEBUGGING, Replies.answer(status, "no")));

        assertThat(judge(new DebugEndpointsAreAsDeclared(), "production", route))
                .isInstanceOf(Held.class);
    }

    @Test
    void a_closed_door_on_a_route_that_does_not_answer_proves_nothing() {
        RouteExposure route = new RouteExposure(
                "/api/a/",
                Optional.of("no answer"),
                List.of(Replies.NOT_FOUND),
                Replies.NOT_FOUND,
                List.of(door(Kind.DEBUGGING, Replies.NOT_FOUND)),
                List.of());

        assertThat(judge(new DebugEndpointsAreAsDeclared(), "production", route))
                .isInstanceOf(Inconclusive.class);
        assertThat(judge(new MocksStayOut(), "production", route)).isInstanceOf(Inconclusive.class);
        assertThat(judge(new ErrorsKeepTheirStackTrace(), "production", route)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_stack_trace_in_any_answer_is_found() {
        RouteExposure route = errors(TRACE);

        assertThat(judge(new ErrorsKeepTheirStackTrace(), "production", route)).isInstanceOf(Broken.class);
    }

    @Test
    void a_service_that_never_fails_says_nothing_about_its_errors() {
        RouteExposure route = new RouteExposure(
                "/api/a/", Optional.empty(), List.of(Replies.OK), PAGE, List.of(), List.of(Replies.OK));

        assertThat(judge(new ErrorsKeepTheirStackTrace(), "production", route)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_mocked_result_is_found() {
        RouteExposure route = new RouteExposure(
                "/api/a/",
                Optional.empty(),
                List.of(Replies.OK, Replies.answer(200, "{\"parsed\":true,\"mock\":true}")),
                Replies.NOT_FOUND,
                List.of(),
                List.of());

        assertThat(judge(new MocksStayOut(), "staging", route)).isInstanceOf(Broken.class);
    }

    private static RouteExposure route(Answer nowhere, Door... doors) {
        return new RouteExposure(
                "/api/a/", Optional.empty(), List.of(Replies.OK), nowhere, List.of(doors), List.of(Replies.NOT_FOUND));
    }

    private static RouteExposure errors(Reply... errors) {
        return new RouteExposure(
                "/api/a/", Optional.empty(), List.of(Replies.OK), Replies.NOT_FOUND, List.of(), List.of(errors));
    }

    private static Door door(Kind kind, Answer answer) {
        return new Door(kind, "/api/a/door", answer, Optional.empty());
    }

    private static Verdict judge(Rule.OfEnvironment<ExposureProbe.Seen> rule, String name, RouteExposure route) {
        Environment environment = SYSTEM.environment(name).orElseThrow();
        return rule.judge(SYSTEM, environment, new ExposureProbe.Seen(List.of(route)));
    }
}
