package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.rule.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuitesTest {
    private static final String MINE = "suite: mine\nsays: mine\nat-least: 3\nblocking: high\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"smoke", "nightly", "full"})
    void loads_each_suite_that_ships(String name) {
        assertThat(new Suites(Path.of("suites")).load(name).name()).isEqualTo(name);
    }

    @Test
    void blocks_on_the_named_severity_and_every_worse_one() throws IOException {
        write("suite: mine\nsays: mine\nat-least: 3\nblocking: high\n");
        assertThat(load().blocking()).containsExactlyInAnyOrder(Severity.CRITICAL, Severity.HIGH);
    }

    @Test
    void selects_what_it_includes_but_not_what_it_excludes() throws IOException {
        write("suite: mine\nsays: mine\nat-least: 3\nblocking: low\nincludes: [cors]\n"
                + "excludes: [cors/foreign-origin-is-refused]\n");
        assertThat(Rules.all().stream().map(rule -> rule.card()).filter(load()::selects))
                .isNotEmpty()
                .allSatisfy(card ->
                        assertThat(card.id()).startsWith("cors/").isNotEqualTo("cors/foreign-origin-is-refused"));
    }

    @Test
    void names_every_problem_with_its_place() throws IOException {
        write("""
                suite: mine
                says: mine
                at-least: 0
                blocking: hig
                includes: [corz]
                waivers:
                  - { rule: cors/foreign-origin-is-refused, owner: jo, reason: soon, expires: tomorrow }
                """);
        assertThatThrownBy(this::load)
                .isInstanceOf(BadEnvironmentFiles.class)
                .hasMessageContaining("mine.yaml:3:11: `at-least`")
                .hasMessageContaining("did you mean `high`?")
                .hasMessageContaining("unknown family or rule `corz`; did you mean `cors`?")
                .hasMessageContaining("`waivers.0.expires`: not a date; accepted: a date, as 2026-12-31");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suite: mine | suite: yours | `suite`: not the name of the suite's file; accepted: mine, the file's own name
            says: mine | says: ' ' | `says`: not a text
            owner: jo | owner: '  ' | `waivers.0.owner`: not a text
            reason: soon | reason: '' | `waivers.0.reason`: not a text
            rule: cors/foreign-origin-is-refused | rule: health/health-is-told | `waivers.0.rule`: a rule that this suite leaves out
            rule: cors/foreign-origin-is-refused | rule: cors/null-origin-is-refused | `waivers.0.rule`: a rule that this suite leaves out
            """)
    void says_what_is_wrong_with(String good, String bad, String told) throws IOException {
        write("""
                suite: mine
                says: mine
                at-least: 3
                blocking: high
                includes: [cors]
                excludes: [cors/null-origin-is-refused]
                waivers:
                  - { rule: cors/foreign-origin-is-refused, owner: jo, reason: soon, expires: 2026-12-31 }
                """.replace(good, bad));
        assertThatThrownBy(this::load).isInstanceOf(BadEnvironmentFiles.class).hasMessageContaining(told);
    }

    @Test
    void reads_thresholds_and_the_names_of_variables() throws IOException {
        write(MINE + "alerts: { down: 3, error-rate: 5 }\nnotify: { slack: SLACK_WEBHOOK_URL }\n");
        assertThat(load().alerts())
                .contains(new Thresholds(20, Optional.of(3), Optional.of(5), Optional.empty(), Optional.empty()));
        assertThat(load().channels()).isEqualTo(new Channels(Optional.of("SLACK_WEBHOOK_URL"), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            notify: { slack: https://hooks.example/T0/x } | mine.yaml:5:18: `notify.slack`: not a variable's name; accepted: the NAME of a variable, never its value
            notify: { slak: SLACK_WEBHOOK_URL } | `notify.slak`: unknown key; did you mean `slack`?
            alerts: { error-rate: 100 } | `alerts.error-rate`: not a whole number in that range; accepted: a whole number from 0 to 99
            alerts: { requests: 4, down: 5 } | `alerts.down`: more than the 4 requests of a run; accepted: at most as many as `requests`
            alerts: { dependencies: 21 } | `alerts.dependencies`: more than the 20 requests of a run
            """)
    void says_what_is_wrong_with_alerts_and_channels(String keys, String told) throws IOException {
        write(MINE + keys + "\n");
        assertThatThrownBy(this::load)
                .isInstanceOf(BadEnvironmentFiles.class)
                .hasMessageContaining(told)
                .message()
                .doesNotContain("hooks.example");
    }

    @Test
    void a_folder_that_is_not_there_is_told_as_such() {
        assertThatThrownBy(() -> new Suites(folder.resolve("suites")).names())
                .isInstanceOf(BadEnvironmentFiles.class)
                .hasMessageEndingWith(
                        "suites: no folder that can be read; accepted: the folder `suites` where envproof is started");
    }

    private Suite load() {
        return new Suites(folder).load("mine");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), text);
    }
}
