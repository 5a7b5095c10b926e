package dev.envproof.rule.routing;

import static dev.envproof.rule.routing.Verdicts.assertBroken;
import static dev.envproof.rule.routing.Verdicts.assertHeld;
import static dev.envproof.rule.routing.Verdicts.assertInconclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.routing.AccessProbe;
import dev.envproof.probe.routing.BleedProbe;
import dev.envproof.probe.routing.BleedProbe.Tally;
import dev.envproof.probe.routing.CallProbe;
import dev.envproof.probe.routing.ForwardingProbe;
import dev.envproof.probe.routing.HeaderCase;
import dev.envproof.probe.routing.HeaderCase.Kind;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.RoutingWorld;
import dev.envproof.probe.routing.SelectorProbe;
import dev.envproof.probe.routing.Sighting;
import dev.envproof.probe.routing.StartUpProbe;
import dev.envproof.rule.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules of routing beside the truth table: each with its fault, a look-alike, and what it can't tell. */
class RoutingRulesTest {
    private static final RoutingWorld WORLD = RoutingWorld.healthy();
    private static final Sighting STAGING = at("staging", new Reached.One("staging"));
    private static final Sighting PRODUCTION = at("production", new Reached.One("production"));
    private static final Sighting REFUSED = STAGING.ledTo(new Reached.Refused(403));
    private static final Sighting LOST = STAGING.ledTo(new Reached.One("production"));
    private static final Exchange EXCHANGE = STAGING.exchange();

    @Test
    void a_shared_edge_that_lets_strangers_choose_is_broken() {
        assertBroken(access(STAGING, PRODUCTION, STAGING));
        assertHeld(access(STAGING, PRODUCTION, REFUSED));
        assertHeld(access(STAGING, PRODUCTION, LOST));
    }

    @Test
    void a_refusal_counts_only_where_the_key_opens() {
        assertInconclusive(access(REFUSED, PRODUCTION, REFUSED));
    }

    @Test
    void an_edge_that_always_leads_there_says_nothing_about_access() {
        assertInconclusive(access(STAGING, STAGING, STAGING));
    }

    @Test
    void a_second_selector_that_is_heeded_is_broken() {
        assertBroken(selected(PRODUCTION, STAGING));
        assertHeld(selected(PRODUCTION, PRODUCTION));
        assertHeld(selected(PRODUCTION, REFUSED));
        assertInconclusive(selected(STAGING, STAGING));
    }

    @Test
    void a_call_that_loses_the_header_is_broken() {
        assertBroken(call(STAGING, STAGING, LOST));
        assertHeld(call(STAGING, STAGING, STAGING));
    }

    @Test
    void a_call_is_no_better_than_its_two_services() {
        assertInconclusive(call(LOST, STAGING, LOST));
        assertInconclusive(call(STAGING, LOST, LOST));
    }

    @Test
    void a_call_to_a_service_without_a_store_can_lose_nothing() {
        Sighting stateless = WORLD.sighting("/api/job-enricher/", "job-enricher", RoutingWorld.value("staging"));
        assertHeld(call(STAGING, stateless, stateless));
    }

    @Test
    void requests_that_are_mixed_up_under_load_are_broken_and_tell_their_order() {
        Verdict verdict = bleed(new Tally(
                "/api/job-matcher/",
                RoutingWorld.value("staging"),
                24,
                20,
                Map.of("staging's stores", 20, "production's stores", 4),
                4,
                Optional.of(EXCHANGE)));
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw())
                                .contains("4 were led elsewhere")
                                .contains("seed 42"));
    }

    @Test
    void requests_that_all_arrive_stay_apart_and_so_do_refused_ones_where_the_default_arrives() {
        HeaderCase none = new HeaderCase(Kind.ABSENT, "no header", List.of(), Set.of(), Set.of("production"));
        Tally served =
                new Tally("/api/job-matcher/", none, 24, 24, Map.of("production's stores", 24), 0, Optional.empty());
        assertHeld(bleed(tally(24, 24, "staging's stores", 0)));
        assertHeld(bleed(tally(24, 0, "a refusal with 403", 0), served));
    }

    @Test
    void an_edge_that_serves_nothing_keeps_nothing_apart() {
        assertInconclusive(bleed(tally(24, 0, "a refusal with 403", 0)));
    }

    @Test
    void requests_that_are_all_led_elsewhere_are_another_rules_finding() {
        assertInconclusive(bleed(tally(24, 0, "production's stores", 24)));
    }

    @Test
    void borrowed_credentials_are_broken() {
        assertBroken(bereft(STAGING, LOST, PRODUCTION));
        assertBroken(bereft(STAGING, STAGING.ledTo(new Reached.Stranger()), PRODUCTION));
    }

    @Test
    void missing_credentials_must_be_an_error_that_names_the_environment() {
        Sighting named = STAGING.ledTo(new Reached.Failed(503));
        Sighting silent = new Sighting(
                named.place(),
                named.service(),
                true,
                named.asked(),
                named.reached(),
                List.of(),
                Set.of(),
                Map.of(),
                EXCHANGE);
        assertHeld(bereft(STAGING, named, PRODUCTION));
        assertBroken(bereft(STAGING, silent, PRODUCTION));
        assertInconclusive(bereft(STAGING, named, PRODUCTION.ledTo(new Reached.Failed(503))));
        assertInconclusive(bereft(LOST, LOST, PRODUCTION));
    }

    @Test
    void a_bad_default_must_lead_where_the_file_says() {
        assertHeld(badDefault(PRODUCTION, PRODUCTION));
        assertBroken(badDefault(PRODUCTION, PRODUCTION.ledTo(new Reached.One("development"))));
        assertBroken(badDefault(PRODUCTION, PRODUCTION.ledTo(new Reached.Failed(500))));
        assertInconclusive(badDefault(PRODUCTION.ledTo(new Reached.One("staging")), PRODUCTION));
    }

    @Test
    void headers_that_the_edge_loses_are_broken() {
        Map<String, String> healthy = Map.of(
                "Host", "edge.example:8080",
                "X-Real-IP", "203.0.113.9",
                "X-Forwarded-For", "198.51.100.1, 203.0.113.9",
                "X-Forwarded-Proto", "http");
        assertHeld(forwarded(healthy, "HTTP/1.1"));
        assertHeld(forwarded(changed(healthy, "Host", "edge.example"), "HTTP/1.1"));
        assertHeld(forwarded(changed(healthy, "X-Real-IP", "2001:db8::9"), "HTTP/1.1"));
        assertBroken(forwarded(changed(healthy, "Host", "127.0.0.1:9001"), "HTTP/1.1"));
        assertBroken(forwarded(changed(healthy, "X-Real-IP", "-"), "HTTP/1.1"));
        assertBroken(forwarded(changed(healthy, "X-Forwarded-For", ""), "HTTP/1.1"));
        assertBroken(forwarded(changed(healthy, "X-Forwarded-Proto", "https"), "HTTP/1.1"));
        assertBroken(forwarded(healthy, "HTTP/1.0"));
    }

    @Test
    void a_request_that_is_in_no_log_proves_nothing_about_headers() {
        ForwardingProbe.Arrived missing =
                new ForwardingProbe.Arrived("/api/job-matcher/", false, Map.of(), Optional.empty(), EXCHANGE);
        assertInconclusive(forwarded(missing));
    }

    private static Sighting at(String environment, Reached reached) {
        return WORLD.sighting("/api/job-matcher/", "job-matcher", RoutingWorld.value(environment))
                .ledTo(reached);
    }

    private static Verdict access(Sighting admitted, Sighting unasked, Sighting anonymous) {
        return new SharedEdgeAsksForAccess()
                .judge(
                        WORLD.system(),
                        WORLD.environment("staging"),
                        new AccessProbe.Seen(List.of(admitted), List.of(unasked), List.of(anonymous)));
    }

    private static Verdict selected(Sighting undisturbed, Sighting selected) {
        return new OnlyTheDeclaredHeaderChooses()
                .judge(
                        WORLD.system(),
                        WORLD.environment("production"),
                        new SelectorProbe.Seen(List.of(undisturbed), List.of(selected)));
    }

    private static Verdict call(Sighting caller, Sighting callee, Sighting through) {
        return new CallsKeepTheEnvironment()
                .judge(
                        WORLD.system(),
                        WORLD.environment("staging"),
                        new CallProbe.Seen(List.of(new CallProbe.Heard(caller, callee, through))));
    }

    private static Tally tally(int requests, int right, String reached, int elsewhere) {
        return new Tally(
                "/api/job-matcher/",
                RoutingWorld.value("staging"),
                requests,
                right,
                Map.of(reached, requests),
                elsewhere,
                Optional.empty());
    }

    private static Verdict bleed(Tally... tallies) {
        return new ConcurrentRequestsStayApart()
                .judge(WORLD.system(), WORLD.environment("production"), new BleedProbe.Seen(42, List.of(tallies)));
    }

    private static Verdict bereft(Sighting running, Sighting asked, Sighting other) {
        return new MissingCredentialsFailClosed()
                .judge(
                        WORLD.system(),
                        WORLD.environment("staging"),
                        new StartUpProbe.Seen(List.of(new StartUpProbe.Bereft(running, asked, other)), List.of()));
    }

    private static Verdict badDefault(Sighting named, Sighting headerless) {
        return new BadDefaultLeadsToTheDeclaredDefault()
                .judge(
                        WORLD.system(),
                        WORLD.environment("production"),
                        new StartUpProbe.Seen(
                                List.of(), List.of(new StartUpProbe.BadDefault("unset", named, headerless))));
    }

    private static Map<String, String> changed(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new HashMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static Verdict forwarded(Map<String, String> headers, String protocol) {
        return forwarded(
                new ForwardingProbe.Arrived("/api/job-matcher/", true, headers, Optional.of(protocol), EXCHANGE));
    }

    private static Verdict forwarded(ForwardingProbe.Arrived arrived) {
        return new ForwardedHeadersArrive()
                .judge(
                        WORLD.system(),
                        WORLD.environment("production"),
                        new ForwardingProbe.Seen("http", "edge.example:8080", List.of(arrived)));
    }
}
