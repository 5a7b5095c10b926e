package dev.envproof.rule.routing;

import static dev.envproof.rule.routing.Verdicts.assertBroken;
import static dev.envproof.rule.routing.Verdicts.assertHeld;
import static dev.envproof.rule.routing.Verdicts.assertInconclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.StoreAddress;
import dev.envproof.probe.StoreIdentity;
import dev.envproof.probe.nginx.HeaderFate;
import dev.envproof.probe.nginx.NginxConfProbe;
import dev.envproof.probe.routing.DefaultProbe;
import dev.envproof.probe.routing.LegacyProbe;
import dev.envproof.probe.routing.PairingProbe;
import dev.envproof.probe.routing.RoutingWorld;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rules of routing that judge what a deployment is configured with. */
class ConfigurationRulesTest {
    private static final RoutingWorld WORLD = RoutingWorld.healthy();
    private static final StoreIdentity OWN = new StoreIdentity.Known("own");
    private static final StoreIdentity OTHER = new StoreIdentity.Known("other");

    @Test
    void a_url_that_refuses_its_key_is_broken() {
        assertHeld(pair(OWN, List.of(), List.of(), true, true));
        assertBroken(pair(refused(401), List.of("production"), List.of(), true, true));
        assertBroken(pair(refused(403), List.of(), List.of(), true, true));
    }

    @Test
    void a_refusal_of_a_key_that_is_unusable_or_shared_or_beside_no_control_is_no_finding_about_pairs() {
        assertInconclusive(pair(refused(401), List.of(), List.of(), false, true));
        assertInconclusive(pair(refused(401), List.of(), List.of("production"), true, true));
        assertInconclusive(pair(refused(401), List.of(), List.of(), true, false));
        assertInconclusive(pair(refused(503), List.of(), List.of(), true, true));
    }

    @Test
    void a_host_and_a_key_of_two_projects_are_broken_without_a_request() {
        PairingProbe.Pair pair = new PairingProbe.Pair(
                address(),
                refused(500),
                List.of(),
                List.of(),
                Optional.of("a".repeat(20)),
                Optional.of("b".repeat(20)),
                true);
        assertBroken(new ServiceUrlAndKeyBelongTogether()
                .judge(WORLD.system(), WORLD.environment("staging"), new PairingProbe.Seen(List.of(pair), false)));
    }

    @Test
    void legacy_variables_that_name_a_siblings_store_are_broken() {
        assertBroken(legacy(true, false, OTHER, OTHER, Map.of("development", OTHER)));
        assertBroken(legacy(true, true, OWN, OTHER, Map.of()));
        assertHeld(legacy(true, false, OWN, OWN, Map.of("development", OTHER)));
        assertHeld(legacy(true, true, OWN, OWN, Map.of("staging", OWN)));
        assertHeld(legacy(false, true, OWN, StoreIdentity.Unknown.because("unset"), Map.of()));
        assertInconclusive(legacy(true, true, OWN, refused(503), Map.of()));
        assertInconclusive(legacy(true, true, refused(503), OTHER, Map.of()));
        assertInconclusive(legacy(false, false, OWN, OWN, Map.of()));
    }

    @Test
    void a_sibling_whose_store_is_unknown_may_be_the_one_that_legacy_variables_name() {
        assertInconclusive(legacy(true, false, OWN, OWN, Map.of("development", refused(503))));
        assertInconclusive(legacy(true, false, OWN, OWN, Map.of("development", refused(503), "staging", OTHER)));
        assertBroken(legacy(true, false, OTHER, OTHER, Map.of("development", OTHER, "staging", refused(503))));
    }

    @Test
    void legacy_variables_of_the_only_environment_of_a_run_hold_for_its_own_store_alone() {
        assertThat(legacy(true, false, OWN, OWN, Map.of()))
                .isInstanceOfSatisfying(
                        Verdict.Held.class, held -> assertThat(held.saw()).contains("no sibling"));
        assertInconclusive(legacy(true, false, refused(503), OWN, Map.of()));
        assertInconclusive(legacy(true, false, OWN, OTHER, Map.of()));
    }

    @Test
    void a_default_that_is_unset_or_names_nothing_is_broken() {
        assertHeld(defaultIs(Optional.of("PRODUCTION"), true));
        assertBroken(defaultIs(Optional.empty(), true));
        assertBroken(defaultIs(Optional.of("prodction"), false));
        assertInconclusive(defaultIs(Optional.empty(), false));
    }

    @Test
    void a_location_that_changes_the_header_is_broken() {
        assertHeld(location(HeaderFate.FORWARDED));
        assertBroken(location(HeaderFate.DROPPED));
        assertBroken(location(HeaderFate.PINNED));
        assertInconclusive(location(HeaderFate.UNCLEAR));
        assertInconclusive(location(HeaderFate.UNREAD));
    }

    @Test
    void a_route_that_no_location_hands_on_is_broken_unless_a_part_of_the_file_is_unseen() {
        assertBroken(nginx(new NginxConfProbe.Seen(List.of(), List.of("/api/"), List.of(), Optional.empty())));
        assertInconclusive(
                nginx(new NginxConfProbe.Seen(List.of(), List.of("/api/"), List.of("/etc/nginx/x"), Optional.empty())));
        assertInconclusive(nginx(new NginxConfProbe.Seen(List.of(), List.of(), List.of(), Optional.of("line 1"))));
    }

    private static Verdict location(HeaderFate fate) {
        NginxConfProbe.Forward forward = new NginxConfProbe.Forward("/api/", "nginx.conf:1: location /api/", fate);
        return nginx(new NginxConfProbe.Seen(List.of(forward), List.of(), List.of(), Optional.empty()));
    }

    private static Verdict nginx(NginxConfProbe.Seen seen) {
        return new EveryLocationForwardsTheHeader().judge(WORLD.system(), WORLD.environment("production"), seen);
    }

    private static StoreAddress address() {
        return WORLD.environment("production").store("storage").orElseThrow();
    }

    private static StoreIdentity refused(int status) {
        return new StoreIdentity.Unknown("answered " + status, Optional.of(status), Optional.empty());
    }

    private static Verdict pair(
            StoreIdentity store, List<String> urlOf, List<String> keyOf, boolean isUsable, boolean othersAnswer) {
        PairingProbe.Pair pair =
                new PairingProbe.Pair(address(), store, urlOf, keyOf, Optional.empty(), Optional.empty(), isUsable);
        return new ServiceUrlAndKeyBelongTogether()
                .judge(
                        WORLD.system(),
                        WORLD.environment("production"),
                        new PairingProbe.Seen(List.of(pair), othersAnswer));
    }

    private static Verdict legacy(
            boolean isSet,
            boolean isReplaced,
            StoreIdentity current,
            StoreIdentity legacy,
            Map<String, StoreIdentity> others) {
        LegacyProbe.Legacy one = new LegacyProbe.Legacy(address(), isSet, isReplaced, current, legacy, others);
        return new LegacyVariablesNameItsOwnStore()
                .judge(WORLD.system(), WORLD.environment("production"), new LegacyProbe.Seen(List.of(one)));
    }

    private static Verdict defaultIs(Optional<String> value, boolean isAllSeen) {
        return new DefaultEnvironmentIsSet()
                .judge(
                        WORLD.system(),
                        WORLD.environment("production"),
                        new DefaultProbe.Seen("DEFAULT_ENVIRONMENT", value, isAllSeen));
    }
}
