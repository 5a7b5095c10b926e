package dev.envproof.rule.routing;

import static dev.envproof.rule.routing.MemoryEdge.header;
import static dev.envproof.rule.routing.MemoryEdge.query;
import static dev.envproof.rule.routing.Verdicts.assertBroken;
import static dev.envproof.rule.routing.Verdicts.assertHeld;
import static dev.envproof.rule.routing.Verdicts.assertInconclusive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.probe.Ask;
import dev.envproof.probe.routing.AccessProbe;
import dev.envproof.probe.routing.BleedProbe;
import dev.envproof.probe.routing.IdentityProbe;
import dev.envproof.probe.routing.SelectorProbe;
import dev.envproof.rule.Verdict;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Edges and services that choose an environment in ways which the replica does not have. */
class OddEdgesTest {
    private static final Set<String> NAMES = Set.of("development", "staging", "production");

    @Test
    void an_edge_that_heeds_the_declared_header_alone_holds() {
        assertHeld(selecting(OddEdgesTest::declared));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Env",
                "X-App-Env",
                "X-Deployment-Environment",
                "X-Environment-Override",
                "X_Environment",
                "X-Original-Environment",
                "X-Tenant-Environment"
            })
    void a_second_header_is_found(String name) {
        assertBroken(selecting(ask -> known(header(ask, name)).orElseGet(() -> declared(ask))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "environment", "X-Environment", "app_env", "target"})
    void a_query_parameter_is_found(String name) {
        assertBroken(
                selecting(ask -> ("&" + query(ask)).contains("&" + name + "=staging") ? "staging" : declared(ask)));
    }

    @Test
    void a_second_header_is_found_at_an_edge_that_refuses_unknown_parameters() {
        assertBroken(selecting(
                ask -> query(ask).isEmpty() ? known(header(ask, "X-Env")).orElseGet(() -> declared(ask)) : "400"));
    }

    @Test
    void an_edge_that_refuses_unknown_parameters_and_heeds_nothing_holds() {
        assertHeld(selecting(ask -> query(ask).isEmpty() ? declared(ask) : "400"));
    }

    @Test
    void an_edge_that_falls_over_unknown_headers_proves_nothing() {
        assertInconclusive(selecting(ask -> header(ask, "X-Env").isPresent() ? "500" : declared(ask)));
    }

    @Test
    void a_value_that_is_a_property_of_every_object_gets_no_declared_answer() {
        assertBroken(unknown(
                Map.of(),
                ask -> header(ask, "X-Environment")
                        .filter("constructor"::equals)
                        .map(any -> "500")
                        .orElseGet(() -> declared(ask))));
    }

    @Test
    void throttling_is_no_refusal_of_unknown_values() {
        assertInconclusive(unknown(
                Map.of("system.routing-header.unknown-value", "refused"),
                ask -> header(ask, "X-Environment").isEmpty()
                                || known(header(ask, "X-Environment")).isPresent()
                        ? declared(ask)
                        : "429"));
    }

    @Test
    void throttling_is_no_refusal_of_strangers() {
        MemoryEdge edge = MemoryEdge.of(
                Map.of(),
                ask -> declared(ask).equals("staging")
                                && header(ask, "X-Access-Key")
                                        .filter("made-up"::equals)
                                        .isEmpty()
                        ? "429"
                        : declared(ask));
        Target staging = edge.target("staging");
        AccessProbe.Seen seen = new AccessProbe().look(staging, edge.lookout());
        AccessProbe.Seen here = new AccessProbe.Seen(
                seen.admitted().stream()
                        .filter(it -> it.place().equals(MemoryEdge.ROUTE))
                        .toList(),
                seen.unasked().stream()
                        .filter(it -> it.place().equals(MemoryEdge.ROUTE))
                        .toList(),
                seen.anonymous().stream()
                        .filter(it -> it.place().equals(MemoryEdge.ROUTE))
                        .toList());
        assertInconclusive(new SharedEdgeAsksForAccess().judge(edge.system(), staging.environment(), here));
    }

    @Test
    void one_instance_of_ten_that_was_left_behind_is_found_with_99_percent_certainty() {
        MemoryEdge edge = MemoryEdge.of(Map.of(), OddEdgesTest::declared);

        BleedProbe.Seen seen = new BleedProbe().look(edge.target("production"), edge.lookout());

        assertThat(seen.tallies())
                .isNotEmpty()
                .allSatisfy(tally -> assertThat(Math.pow(0.9, tally.requests())).isLessThan(0.01));
    }

    private static Verdict selecting(Function<Ask, String> chosen) {
        MemoryEdge edge = MemoryEdge.of(Map.of(), chosen);
        Target production = edge.target("production");
        SelectorProbe.Seen seen = new SelectorProbe().look(production, edge.lookout());
        SelectorProbe.Seen here = new SelectorProbe.Seen(
                seen.undisturbed().stream()
                        .filter(it -> it.place().equals(MemoryEdge.ROUTE))
                        .toList(),
                seen.selected().stream()
                        .filter(it -> it.place().equals(MemoryEdge.ROUTE))
                        .toList());
        return new OnlyTheDeclaredHeaderChooses().judge(edge.system(), production.environment(), here);
    }

    private static Verdict unknown(Map<String, String> overlay, Function<Ask, String> chosen) {
        MemoryEdge edge = MemoryEdge.of(overlay, chosen);
        Target production = edge.target("production");
        IdentityProbe.Seen seen = new IdentityProbe().look(production, edge.lookout());
        IdentityProbe.Seen here = new IdentityProbe.Seen(
                seen.owners(),
                seen.atEdge().stream()
                        .filter(it -> it.place().equals(MemoryEdge.ROUTE))
                        .toList(),
                seen.atServices());
        return new UnknownValueGetsTheDeclaredAnswer().judge(edge.system(), production.environment(), here);
    }

    /** What the header says, else the default. */
    private static String declared(Ask ask) {
        return known(header(ask, "X-Environment")).orElse("production");
    }

    private static Optional<String> known(Optional<String> value) {
        return value.map(String::strip).filter(NAMES::contains);
    }
}
