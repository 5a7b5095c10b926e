package dev.envproof.rule.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.probe.Knock;
import dev.envproof.probe.routing.PortProbe.HostPorts;
import dev.envproof.probe.routing.PortProbe.Port;
import dev.envproof.probe.routing.PortProbe.Seen;
import dev.envproof.rule.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules about public hosts and ports: each with its fault, a look-alike, and what it can't tell. */
class AddressRulesTest {
    private static final Knock OPENED = new Knock.Opened();
    private static final Knock SHUT = new Knock.Shut("refused");
    private static final Knock UNKNOWN = new Knock.Unknown("no route to host");

    @Test
    void finds_an_open_port_of_a_store_and_names_it() {
        assertThat(ports(OPENED, OPENED))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.saw()).isEqualTo("shop.example opens 5432"));
    }

    @Test
    void holds_where_the_port_is_shut_beside_one_that_opens() {
        assertThat(ports(OPENED, SHUT)).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void does_not_take_an_unreachable_host_for_a_closed_one() {
        assertThat(ports(SHUT, SHUT))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.why()).contains("its declared 443 does not open either"));
    }

    @Test
    void says_which_port_it_could_not_look_at() {
        assertThat(ports(OPENED, UNKNOWN))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.why()).contains("could not look at 5432"));
    }

    @Test
    void finds_an_address_that_two_environments_claim_in_whatever_way_they_write_it() {
        assertThat(collision("http://Events.Example:8080"))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("both claim events.example:8080"));
    }

    @Test
    void lets_two_hosts_have_one_port_number() {
        assertThat(collision("http://staging.events.example:8080")).isInstanceOf(Verdict.Held.class);
    }

    private static Verdict ports(Knock declared, Knock store) {
        SystemUnderTest system = eventApi(Map.of());
        HostPorts host =
                new HostPorts("shop.example", List.of(new Port(443, declared)), List.of(new Port(5432, store)));
        return new InfrastructurePortsAreClosed()
                .judge(system, system.environments().get(0), new Seen(List.of(host)));
    }

    private static Verdict collision(String webOfStaging) {
        SystemUnderTest system = eventApi(Map.of("staging.public-urls.web", webOfStaging));
        Seen nothing = new Seen(List.of());
        return new PublicAddressesDoNotCollide()
                .judge(
                        system.environment("staging").orElseThrow(),
                        nothing,
                        system.environment("production").orElseThrow(),
                        nothing);
    }

    private static SystemUnderTest eventApi(Map<String, String> overlay) {
        return Environments.load(Path.of("environments/event-api"), Map.of(), overlay);
    }
}
