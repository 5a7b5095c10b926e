package dev.envproof.rule.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target.Engine;
import dev.envproof.probe.parity.SettingsProbe;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about variables and settings: each with its fault, its look-alike, and what it can't tell. */
class SettingRulesTest {
    private static final String SECRET = "pM3xT8vKq5RzD1wHn6YbLc4GsJ9fXe2A";

    @Test
    void finds_a_variable_that_is_missing_in_one_environment() {
        Verdict verdict =
                judge(new RequiredVariablesAreSet(), "{ POOL: { as: number }, TZ: equal }", Map.of("TZ", "UTC"));

        assertBroken(verdict, "POOL: unset");
    }

    @Test
    void finds_a_required_variable_that_is_set_to_nothing() {
        assertBroken(
                judge(new RequiredVariablesAreSet(), "{ POOL: equal }", Map.of("POOL", " ")), "POOL: set to nothing");
    }

    @Test
    void lets_an_optional_variable_be_missing() {
        String contract = "{ POOL: { as: number, optional: true }, TZ: equal }";
        assertThat(judge(new RequiredVariablesAreSet(), contract, Map.of("TZ", "UTC")))
                .isInstanceOf(Verdict.Held.class);
    }

    @Test
    void finds_a_variable_that_no_file_names_and_none_that_an_environment_file_does() {
        NoVariableIsUnknown rule = new NoVariableIsUnknown();
        Map<String, String> values = Map.of("POOL", "10", "DATABASE_URL", "postgresql://u:p@h/d");

        assertThat(judge(rule, "{ POOL: equal }", values)).isInstanceOf(Verdict.Held.class);
        assertBroken(judge(rule, "{ TZ: equal }", values), "POOL");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "number, 10, 10",
                "duration, 30s, 30000ms",
                "flag, True, 1",
                "level, INFO, Info",
                "number, \"10\", 10.0"
            })
    void lets_the_declared_value_be_written_in_another_way(String as, String written, String declared) {
        String contract = "{ SETTING: { as: " + as + ", is: " + declared + " } }";
        assertThat(judge(new ValuesAreAsDeclared(), contract, Map.of("SETTING", written)))
                .isInstanceOf(Verdict.Held.class);
    }

    @Test
    void finds_another_value_than_the_declared_one() {
        Verdict verdict = judge(new ValuesAreAsDeclared(), "{ POOL: { as: number, is: 20 } }", Map.of("POOL", "15"));

        assertBroken(verdict, "POOL of its variables: 15");
        assertThat(((Verdict.Broken) verdict).expected()).isEqualTo("POOL: 20");
    }

    @Test
    void declares_a_value_for_one_environment_before_that_of_all() {
        String contract = "{ LEVEL: { as: level, is: info, in: { staging: debug } } }";
        assertThat(judge(new ValuesAreAsDeclared(), contract, Map.of("LEVEL", "debug")))
                .isInstanceOf(Verdict.Held.class);
        assertBroken(
                judge(new ValuesAreAsDeclared(), contract, Map.of("LEVEL", "info")), "LEVEL of its variables: info");
    }

    @Test
    void never_shows_a_secret_that_stands_where_a_number_belongs() {
        Verdict verdict = judge(new ValuesAreAsDeclared(), "{ POOL: { as: number } }", Map.of("POOL", SECRET));

        assertBroken(verdict, "POOL of its variables: not a number");
        assertThat(verdict.toString()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '~',
            value = {
                "{ as: number } ~ 5 ~ 6",
                "{ as: duration } ~ 30 ~ 31s",
                "{ as: list } ~ a b ~ a c",
                "equal ~ x ~ y",
                "must-differ ~ same ~ same",
                "{ as: list, compare: must-differ } ~ a b ~ b;a",
                "{ as: number, compare: ordered } ~ 64 ~ 15",
                "{ as: level, compare: ordered } ~ warn ~ info"
            })
    void finds_values_that_do_not_compare_as_declared(String word, String staging, String production) {
        assertThat(pair(word, staging, production)).isInstanceOf(Verdict.Broken.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            delimiter = '~',
            value = {
                "{ as: number } ~ 5 ~ \"5\"",
                "{ as: duration } ~ 30 ~ 30s",
                "{ as: list } ~ a b ~ b;a",
                "{ as: zone } ~ UTC ~ Etc/UTC",
                "{ as: flag } ~ TRUE ~ 1",
                "must-differ ~ one ~ two",
                "exempt ~ one ~ two",
                "{ as: number, compare: ordered } ~ 15 ~ 64",
                "{ as: number, compare: ordered } ~ 15 ~ 15"
            })
    void lets_values_differ_where_they_mean_the_same_or_are_declared_to(
            String word, String staging, String production) {
        assertThat(pair(word, staging, production)).isNotInstanceOf(Verdict.Broken.class);
    }

    @Test
    void compares_secrets_without_a_word_of_them() {
        Verdict shared = pair("must-differ", SECRET, SECRET);
        Verdict different = pair("equal", SECRET, "another");

        assertThat(shared).isInstanceOf(Verdict.Broken.class);
        assertThat(different).isInstanceOf(Verdict.Broken.class);
        assertThat(shared.toString() + different).doesNotContain(SECRET, "another");
    }

    @Test
    void finds_a_program_in_development_mode_and_heeds_a_declared_exception() {
        ProgramsRunInTheirDeclaredMode rule = new ProgramsRunInTheirDeclaredMode();

        assertBroken(
                judge(rule, "{ MIX_ENV: { as: mode } }", Map.of("MIX_ENV", "dev")),
                "MIX_ENV of its variables: development");
        assertThat(judge(rule, "{ MIX_ENV: { as: mode } }", Map.of("MIX_ENV", "prod")))
                .isInstanceOf(Verdict.Held.class);
        assertThat(judge(rule, "{ MIX_ENV: { as: mode, in: { staging: dev } } }", Map.of("MIX_ENV", "development")))
                .isInstanceOf(Verdict.Held.class);
    }

    @Test
    void believes_the_service_about_itself_where_it_tells() {
        Compared told = told("{\"mode\":\"dev\"}").at(Engine.REMOTE);

        assertBroken(
                told.settings(new ProgramsRunInTheirDeclaredMode(), "staging"), "MIX_ENV of api/health: development");
        assertThat(told("no JSON").at(Engine.REMOTE).settings(new ProgramsRunInTheirDeclaredMode(), "staging"))
                .isInstanceOf(Verdict.Inconclusive.class);
    }

    @Test
    void takes_the_variables_of_its_own_process_for_nobodys() {
        Compared remote = contract("{ POOL: { as: number } }")
                .with("staging", Map.of("POOL", "5"))
                .at(Engine.REMOTE);

        assertThat(remote.look(new SettingsProbe(), "staging").settings()).isEmpty();
        assertThat(Need.PARITY_VARIABLES.isMetBy(remote.target("staging"))).isFalse();
        assertThat(Need.PARITY_VALUES.isMetBy(remote.target("staging"))).isFalse();
    }

    private static Compared told(String body) {
        return new Compared(
                        "insurance-navigator",
                        Map.of(
                                "variables", "{ MIX_ENV: { as: mode } }",
                                "told-by", "{ service: api, path: health, values: { MIX_ENV: /mode } }"))
                .answering(ask -> body);
    }

    private static Verdict judge(Rule<SettingsProbe.Seen> rule, String variables, Map<String, String> staging) {
        return contract(variables).with("staging", staging).settings(rule, "staging");
    }

    private static Verdict pair(String word, String staging, String production) {
        return contract("{ SETTING: " + word + " }")
                .with("staging", Map.of("SETTING", staging))
                .with("production", Map.of("SETTING", production))
                .settings(new ValuesCompareAsDeclared(), "staging");
    }

    private static Compared contract(String variables) {
        return new Compared("insurance-navigator", Map.of("variables", variables));
    }

    private static void assertBroken(Verdict verdict, String saw) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Broken.class, broken -> assertThat(broken.saw()).isEqualTo(saw));
    }
}
