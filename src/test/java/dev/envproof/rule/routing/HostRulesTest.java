package dev.envproof.rule.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.routing.AddressProbe;
import dev.envproof.probe.routing.HostSighting;
import dev.envproof.probe.routing.HostSighting.Asked;
import dev.envproof.probe.routing.Reached;
import dev.envproof.probe.routing.StoreOwners;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostRulesTest {
    private static final URI API = URI.create("https://api-staging.exams.example/");
    private static final Reached STAGING = new Reached.One("staging");
    private static final Reached PRODUCTION = new Reached.One("production");

    @Test
    void an_address_that_reaches_another_environment_is_broken_and_one_that_proves_nothing_is_open() {
        assertThat(judged(new AddressReachesItsEnvironment(), own(STAGING))).isInstanceOf(Verdict.Held.class);
        assertThat(judged(new AddressReachesItsEnvironment(), own(PRODUCTION))).isInstanceOf(Verdict.Broken.class);
        assertThat(judged(new AddressReachesItsEnvironment(), own(new Reached.Refused(404))))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void an_unknown_host_may_be_refused_and_not_served() {
        UnknownHostsGetNoApplication rule = new UnknownHostsGetNoApplication();
        assertThat(judged(rule, own(STAGING), asked(Asked.UNKNOWN, "", new Reached.Refused(421))))
                .isInstanceOf(Verdict.Held.class);
        assertThat(judged(rule, own(STAGING), asked(Asked.UNKNOWN, "", PRODUCTION)))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void a_refusal_means_nothing_where_the_declared_name_is_refused_too() {
        assertThat(judged(
                        new UnknownHostsGetNoApplication(),
                        own(new Reached.Refused(404)),
                        asked(Asked.UNKNOWN, "", new Reached.Refused(404))))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void a_sibling_behind_the_same_edge_may_answer_for_itself_and_nobody_else_for_it() {
        HostsNeverCross rule = new HostsNeverCross();
        assertThat(judged(rule, own(STAGING), asked(Asked.SIBLING, "production", PRODUCTION)))
                .isInstanceOf(Verdict.Held.class);
        assertThat(judged(rule, own(STAGING), asked(Asked.SIBLING, "production", new Reached.Refused(421))))
                .isInstanceOf(Verdict.Held.class);
        assertThat(judged(rule, own(STAGING), asked(Asked.SIBLING, "production", STAGING)))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void another_spelling_of_its_own_name_leads_to_no_one_else() {
        HostsNeverCross rule = new HostsNeverCross();
        assertThat(judged(rule, own(STAGING), asked(Asked.SPELT_OTHERWISE, "", STAGING)))
                .isInstanceOf(Verdict.Held.class);
        assertThat(judged(rule, own(STAGING), asked(Asked.SPELT_OTHERWISE, "", PRODUCTION)))
                .isInstanceOf(Verdict.Broken.class);
    }

    private static Verdict judged(Rule.OfEnvironment<AddressProbe.Seen> rule, HostSighting... sightings) {
        SystemUnderTest system = SampleSystem.system();
        Environment staging = system.environment("staging").orElseThrow();
        return rule.judge(system, staging, new AddressProbe.Seen(new StoreOwners(Map.of()), List.of(sightings)));
    }

    private static HostSighting own(Reached reached) {
        return asked(Asked.OWN, "", reached);
    }

    private static HostSighting asked(Asked asked, String environment, Reached reached) {
        return new HostSighting(
                "api", API, true, asked, "name", environment, reached, false, new Exchange("GET /", List.of(), "curl"));
    }
}
