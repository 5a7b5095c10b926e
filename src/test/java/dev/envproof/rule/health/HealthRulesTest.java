package dev.envproof.rule.health;

import static dev.envproof.rule.health.Sample.ALL_OK;
import static dev.envproof.rule.health.Sample.STAGING;
import static dev.envproof.rule.health.Sample.SYSTEM;
import static dev.envproof.rule.health.Sample.answered;
import static dev.envproof.rule.health.Sample.green;
import static dev.envproof.rule.health.Sample.page;
import static dev.envproof.rule.health.Sample.place;
import static dev.envproof.rule.health.Sample.red;
import static dev.envproof.rule.health.Sample.seen;
import static dev.envproof.rule.health.Sample.sentAway;
import static dev.envproof.rule.health.Sample.silent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.health.HealthPlace;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealthRulesTest {
    private static final List<Rule.OfEnvironment<HealthProbe.Seen>> RULES = List.of(
            new HealthAnswersAtItsOwnPath(),
            new HealthIsNotTheFrontPage(),
            new HealthIsTold(),
            new HealthNamesEachStore(),
            new HealthNamesItsEnvironment(),
            new HealthStaysGreen());

    static List<Rule.OfEnvironment<HealthProbe.Seen>> rules() {
        return RULES;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_holds_over_healthy_services(Rule.OfEnvironment<HealthProbe.Seen> rule) {
        assertThat(judged(rule, seen(green(), green(), green()))).isInstanceOf(Verdict.Held.class);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_is_open_where_nothing_answers_or_nothing_was_asked(Rule.OfEnvironment<HealthProbe.Seen> rule) {
        assertThat(judged(rule, seen(silent(), silent()))).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(judged(rule, new HealthProbe.Seen(List.of()))).isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void an_unhealthy_body_behind_a_success_status_breaks_one_rule() {
        onlyBreaks(new HealthIsTold(), seen(answered(200, "down", ALL_OK, "staging")));
        onlyBreaks(new HealthIsTold(), seen(answered(200, "ok", Map.of("database", "down"), "staging")));
    }

    @Test
    void a_failing_status_breaks_one_rule_whatever_the_body_says() {
        onlyBreaks(new HealthIsTold(), seen(answered(500, "ok", ALL_OK, "staging")));
        onlyBreaks(new HealthIsTold(), seen(red(), red(), red()));
    }

    @Test
    void a_body_without_health_that_is_unlike_any_page_breaks_one_rule() {
        onlyBreaks(new HealthIsTold(), seen(page(200)));
        onlyBreaks(new HealthIsTold(), seen(page(502)));
    }

    @Test
    void an_optional_part_that_is_switched_off_breaks_none() {
        breaksNone(seen(answered(200, "ok", Map.of("database", "ok", "search", "disabled"), "staging")));
    }

    @Test
    void a_store_that_the_service_uses_is_no_optional_part() {
        onlyBreaks(new HealthIsTold(), seen(answered(200, "ok", Map.of("database", "disabled"), "staging")));
    }

    @Test
    void a_page_like_that_of_a_random_path_breaks_one_rule() {
        onlyBreaks(new HealthIsNotTheFrontPage(), new HealthProbe.Seen(List.of(place(0.9, "staging", page(200)))));
    }

    @Test
    void a_front_end_beside_real_health_breaks_none() {
        breaksNone(new HealthProbe.Seen(List.of(place(0.3, "staging", green()))));
    }

    @Test
    void a_comparison_with_nothing_is_open() {
        HealthPlace uncompared =
                new HealthPlace("job-matcher", "/", List.of(green()), OptionalDouble.empty(), Optional.empty());
        assertThat(judged(new HealthIsNotTheFrontPage(), new HealthProbe.Seen(List.of(uncompared))))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void a_sign_in_in_front_of_health_breaks_one_rule() {
        onlyBreaks(new HealthAnswersAtItsOwnPath(), seen(sentAway(), sentAway(), sentAway()));
    }

    @Test
    void health_that_turns_red_breaks_one_rule() {
        onlyBreaks(new HealthStaysGreen(), seen(green(), red(), red()));
        onlyBreaks(new HealthStaysGreen(), seen(red(), green(), green()));
    }

    @Test
    void a_poll_without_an_answer_among_green_ones_is_open() {
        assertThat(judged(new HealthStaysGreen(), seen(green(), silent(), green())))
                .isInstanceOfSatisfying(
                        Verdict.Inconclusive.class,
                        open -> assertThat(open.why()).contains("refused"));
    }

    @Test
    void an_unnamed_store_breaks_one_rule() {
        onlyBreaks(new HealthNamesEachStore(), seen(answered(200, "ok", Map.of(), "staging")));
    }

    @Test
    void another_environment_or_none_breaks_one_rule() {
        onlyBreaks(new HealthNamesItsEnvironment(), seen(answered(200, "ok", ALL_OK, "production")));
        onlyBreaks(
                new HealthNamesItsEnvironment(),
                seen(new Poll.Answered(200, Optional.of("ok"), ALL_OK, Optional.empty(), Sample.exchange())));
    }

    @Test
    void a_declared_alias_in_capital_letters_breaks_none() {
        breaksNone(seen(answered(200, "ok", ALL_OK, "STG")));
    }

    @Test
    void another_environment_that_was_really_reached_is_the_routings_to_judge() {
        Poll elsewhere = answered(200, "ok", ALL_OK, "production");
        assertThat(judged(
                        new HealthNamesItsEnvironment(),
                        new HealthProbe.Seen(List.of(place(0, "production", elsewhere)))))
                .isInstanceOf(Verdict.Inconclusive.class);
        assertThat(judged(new HealthNamesItsEnvironment(), seen(elsewhere, green())))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    private static Verdict judged(Rule.OfEnvironment<HealthProbe.Seen> rule, HealthProbe.Seen seen) {
        return rule.judge(SYSTEM, STAGING, seen);
    }

    private static void onlyBreaks(Rule.OfEnvironment<HealthProbe.Seen> primary, HealthProbe.Seen seen) {
        assertThat(RULES)
                .filteredOn(rule -> judged(rule, seen) instanceof Verdict.Broken)
                .extracting(Object::getClass)
                .isEqualTo(List.of(primary.getClass()));
    }

    private static void breaksNone(HealthProbe.Seen seen) {
        assertThat(RULES).allSatisfy(rule -> assertThat(judged(rule, seen)).isInstanceOf(Verdict.Held.class));
    }
}
