package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds a rule, a probe or a fault and forgets the second place is told so here. */
class RulesTest {

    static Stream<Rule<?>> rules() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_named_after_its_family_and_its_healthy_state(Rule<?> rule) {
        String type = rule.getClass().getSimpleName();
        String topic = rule.getClass().getPackageName().replaceAll(".*\\.", "");
        String kebab = type.replaceAll("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "-")
                .toLowerCase(Locale.ROOT);
        assertThat(rule.card().id()).isEqualTo(topic + "/" + kebab);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_has_a_probe_that_sees_what_it_judges(Rule<?> rule) {
        assertThat(Probes.all()).anyMatch(probe -> probe.sees() == SeenType.of(rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_owns_a_fault_and_a_requirement(Rule<?> rule) {
        Card card = rule.card();
        assertThat(card.trippedBy())
                .as(card.id() + " has no fault that proves it")
                .isNotEmpty();
        assertThat(card.verifies()).as(card.id() + " verifies nothing").isNotEmpty();
    }

    @Test
    void every_rule_about_cors_verifies_what_a_system_states_about_cors() {
        List<String> stated = List.of("IN-11", "CE-04", "EP-05");
        assertThat(Rules.all())
                .map(Rule::card)
                .filteredOn(card -> card.id().startsWith("cors/"))
                .isNotEmpty()
                .allSatisfy(card -> assertThat(card.verifies()).containsAnyElementsOf(stated));
    }

    @Test
    void ids_are_unique() {
        assertThat(Rules.all()).extracting(rule -> rule.card().id()).doesNotHaveDuplicates();
        assertThat(Deviation.all()).extracting(Deviation::id).doesNotHaveDuplicates();
    }

    @Test
    void every_fault_is_named_by_a_rule() {
        List<Fault> named = Rules.all().stream()
                .flatMap(rule -> Arrays.stream(rule.card().trippedBy()))
                .toList();
        assertThat(named).as("faults that rules name in trippedBy").contains(Fault.values());
    }
}
