package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.Boxes.folder;
import static dev.envproof.rule.isolation.Boxes.network;
import static dev.envproof.rule.isolation.Boxes.outside;
import static dev.envproof.rule.isolation.Boxes.volume;
import static dev.envproof.rule.isolation.StoreSeen.PRODUCTION;
import static dev.envproof.rule.isolation.StoreSeen.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Containers.StorePorts;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.probe.inspect.Mount;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule about containers with its fault, its healthy look-alike, and what it can't tell. */
class ContainerRulesTest {
    private static final Boxes OF_STAGING = Boxes.of("staging");
    private static final Boxes OF_PRODUCTION = Boxes.of("production");

    @Test
    void apart_from_each_other_everything_is_held() {
        for (Rule.OfPair<InspectProbe.Seen> rule :
                List.of(new NetworksAreNotShared(), new NamesResolveToOneEnvironment(), new VolumesAreNotShared())) {
            assertThat(pair(rule, OF_STAGING, OF_PRODUCTION)).isInstanceOf(Held.class);
        }
    }

    @Test
    void one_network_of_two_environments_is_found() {
        assertThat(networks(OF_STAGING.on(outside("backbone")), OF_PRODUCTION.on(outside("backbone"))))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw())
                                .contains("the network backbone joins staging_web_1 of staging and production_web_1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bridge", "host"})
    void the_engines_default_networks_are_shared_too(String name) {
        assertThat(networks(OF_STAGING.on(outside(name)), OF_PRODUCTION.on(outside(name))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void no_network_at_all_is_none_that_is_shared() {
        assertThat(networks(OF_STAGING.on(outside("none")), OF_PRODUCTION.on(outside("none"))))
                .isInstanceOf(Held.class);
    }

    @Test
    void a_network_that_both_declare_as_shared_is_no_fault() {
        assertThat(networks(edge(OF_STAGING), edge(OF_PRODUCTION))).isInstanceOf(Held.class);
    }

    @Test
    void a_network_that_only_one_declares_as_shared_is_found() {
        assertThat(networks(edge(OF_STAGING), OF_PRODUCTION.on(outside("edge"))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void containers_that_serve_both_join_them_on_purpose() {
        Boxes both = OF_STAGING.on(network("production", "web")).alsoOf("production");
        Boxes withOwn = new Boxes(
                OF_STAGING.declared(),
                List.of(OF_STAGING.containers().get(1), both.containers().get(0)),
                List.of(),
                Map.of());
        assertThat(networks(withOwn, OF_PRODUCTION)).isInstanceOf(Held.class);
        assertThat(networks(both, OF_PRODUCTION)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void one_name_for_two_containers_on_a_shared_network_is_found() {
        assertThat(pair(
                        new NamesResolveToOneEnvironment(),
                        OF_STAGING.on(outside("edge", "database", "a")),
                        OF_PRODUCTION.on(outside("edge", "database", "b"))))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).contains("`database` on the network edge is"));
    }

    @Test
    void names_of_their_own_on_a_shared_network_are_no_fault() {
        assertThat(pair(
                        new NamesResolveToOneEnvironment(),
                        OF_STAGING.on(outside("edge", "staging-web")),
                        OF_PRODUCTION.on(outside("edge", "production-web"))))
                .isInstanceOf(Held.class);
    }

    @Test
    void one_volume_of_two_environments_is_found() {
        assertThat(volumes(OF_STAGING.mounting(volume("uploads")), OF_PRODUCTION.mounting(volume("uploads"))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_folder_inside_the_siblings_is_found() {
        assertThat(volumes(
                        OF_STAGING.mounting(folder("/srv/data/staging", true)),
                        OF_PRODUCTION.mounting(folder("/srv/data", true))))
                .isInstanceOf(Broken.class);
        assertThat(volumes(
                        OF_STAGING.mounting(folder("/srv/data-of-staging", true)),
                        OF_PRODUCTION.mounting(folder("/srv/data", true))))
                .isInstanceOf(Held.class);
    }

    @Test
    void two_volumes_that_are_one_folder_are_found() {
        Mount one = new Mount(Mount.Kind.VOLUME, "staging_files", "/srv/files", "/files", true);
        Mount other = new Mount(Mount.Kind.VOLUME, "production_files", "/srv/files", "/files", true);
        assertThat(volumes(OF_STAGING.mounting(one), OF_PRODUCTION.mounting(other)))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_configuration_file_that_both_only_read_is_no_fault() {
        Mount file = folder("/srv/app.conf", false);
        assertThat(volumes(OF_STAGING.mounting(file), OF_PRODUCTION.mounting(file)))
                .isInstanceOf(Held.class);
        assertThat(volumes(OF_STAGING.mounting(file), OF_PRODUCTION.mounting(folder("/srv/app.conf", true))))
                .as("one of them writes what the other reads")
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_volume_that_both_declare_as_shared_is_no_fault() {
        Containers shares = new Containers(
                Optional.of("any"), Map.of(), Map.of(), Set.of(), Set.of(), Set.of("assets"), StorePorts.LOOPBACK);
        assertThat(volumes(
                        OF_STAGING.mounting(volume("assets")).declaring(shares),
                        OF_PRODUCTION.mounting(volume("assets")).declaring(shares)))
                .isInstanceOf(Held.class);
    }

    @Test
    void a_strangers_network_is_found() {
        assertThat(ownNetworks(OF_STAGING.on(network("production", "web")))).isInstanceOf(Broken.class);
        assertThat(ownNetworks(OF_STAGING.on(outside("bridge")))).isInstanceOf(Broken.class);
    }

    @Test
    void own_and_declared_networks_are_no_fault() {
        assertThat(ownNetworks(OF_STAGING)).isInstanceOf(Held.class);
        assertThat(ownNetworks(edge(OF_STAGING))).isInstanceOf(Held.class);
        assertThat(ownNetworks(OF_STAGING
                        .declaring(Containers.named(Map.of(), Map.of(), Set.of("staging_default", "second")))
                        .on(outside("second"))))
                .isInstanceOf(Held.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.168.1.7"})
    void a_store_port_that_others_reach_is_found(String address) {
        assertThat(ports(OF_STAGING.publishing(address))).isInstanceOf(Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void a_store_port_on_loopback_is_no_fault_unless_the_policy_is_closed(String address) {
        assertThat(ports(OF_STAGING.publishing(address))).isInstanceOf(Held.class);
        assertThat(ports(OF_STAGING.publishing(address).declaring(portsAre(StorePorts.CLOSED))))
                .isInstanceOf(Broken.class);
    }

    @Test
    void a_store_on_the_machines_own_network_is_found() {
        assertThat(ports(OF_STAGING.onTheMachinesNetwork())).isInstanceOf(Broken.class);
    }

    @Test
    void declared_open_ports_are_no_fault() {
        assertThat(ports(OF_STAGING.publishing("0.0.0.0").declaring(portsAre(StorePorts.OPEN))))
                .isInstanceOf(Held.class);
    }

    @Test
    void what_could_not_be_looked_at_is_never_held() {
        assertThat(new NetworksAreNotShared().judge(STAGING, OF_STAGING.seen(), PRODUCTION, Boxes.unseen()))
                .isEqualTo(Verdict.inconclusive("connect: no engine"));
        assertThat(ports(OF_STAGING.lacking("db")))
                .isInstanceOfSatisfying(
                        Inconclusive.class, open -> assertThat(open.why()).contains("`docker` names db"));
        assertThat(networks(OF_STAGING.lacking("db").on(outside("backbone")), OF_PRODUCTION.on(outside("backbone"))))
                .as("a missing container does not hide a fault")
                .isInstanceOf(Broken.class);
    }

    private static Boxes edge(Boxes boxes) {
        return boxes.on(outside("edge")).declaring(boxes.declared().sharing(Set.of("edge")));
    }

    private static Containers portsAre(StorePorts policy) {
        return new Containers(Optional.of("any"), Map.of(), Map.of(), Set.of(), Set.of(), Set.of(), policy);
    }

    private static Verdict networks(Boxes one, Boxes other) {
        return pair(new NetworksAreNotShared(), one, other);
    }

    private static Verdict volumes(Boxes one, Boxes other) {
        return pair(new VolumesAreNotShared(), one, other);
    }

    private static Verdict pair(Rule.OfPair<InspectProbe.Seen> rule, Boxes one, Boxes other) {
        return rule.judge(STAGING, one.seen(), PRODUCTION, other.seen());
    }

    private static Verdict ownNetworks(Boxes boxes) {
        return new ContainersAreOnTheirOwnNetworks().judge(SampleSystem.system(), STAGING, boxes.seen());
    }

    private static Verdict ports(Boxes boxes) {
        return new StorePortsArePublishedAsDeclared().judge(SampleSystem.system(), STAGING, boxes.seen());
    }
}
