package dev.envproof.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.cli.ExitCode;
import dev.envproof.run.Flag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every flag, file, variable and exit code that an example uses exists. */
class ExampleCommandsTest {
    private static final List<String> OF_MAVEN = List.of("skipTests", "maven.repo.local");

    static List<String> files() {
        return Example.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void its_flags_exist(String file) {
        assertThat(found(file, "-D([A-Za-z][A-Za-z.]*)"))
                .allMatch(flag -> Flag.keys().contains(flag) || OF_MAVEN.contains(flag));
        assertThat(found(file, "envproof\\.jar [^\\n]*?--([a-z-]+)"))
                .allMatch(flag -> Flag.keys().contains(flag));
    }

    @ParameterizedTest
    @MethodSource("files")
    void its_suites_and_environments_exist(String file) {
        assertThat(found(file, "-Dsuite=([a-z]+)"))
                .allSatisfy(
                        suite -> assertThat(Path.of("suites", suite + ".yaml")).exists());
        assertThat(found(file, "-Denv=([a-z]+)"))
                .allSatisfy(name -> assertThat(Path.of("environments", "job-platform", name + ".yaml"))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_reports_that_it_reads_are_written(String file) throws IOException {
        String documented = Files.readString(Path.of("reports", "README.md"));
        assertThat(found(file, "reports/([a-z]+\\.[a-z]+)"))
                .allSatisfy(report -> assertThat(documented).contains(report));
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_variables_that_it_passes_are_those_that_the_environments_name(String file) throws IOException {
        String declared = Files.readString(Path.of("environments", "job-platform", "staging.yaml"))
                + Files.readString(Path.of("environments", "job-platform", "production.yaml"));
        assertThat(found(file, "\\b((?:STAGING|PRODUCTION)_[A-Z_]+)\\b"))
                .allSatisfy(variable -> assertThat(declared).contains(variable));
    }

    @ParameterizedTest
    @MethodSource("files")
    void the_exit_codes_that_it_tells_apart_exist(String file) {
        List<String> codes = Arrays.stream(ExitCode.values())
                .map(code -> String.valueOf(code.code()))
                .toList();
        assertThat(found(file, "(?:\\$\\? -le|exit_codes:|code [!=]=) ([0-9]+)"))
                .allMatch(codes::contains);
    }

    /** {@code [ $? -le 2 ]} in a shard lets verdicts pass, and nothing else. */
    @Test
    void verdicts_are_the_exit_codes_up_to_2() {
        assertThat(ExitCode.values())
                .filteredOn(code -> code.code() <= 2)
                .containsExactly(ExitCode.OPEN, ExitCode.BROKEN, ExitCode.CLOSED);
    }

    @Test
    void the_examples_use_what_is_looked_for() {
        String all = String.join("\n", files().stream().map(Example::text).toList());
        assertThat(Stream.of("-Dexpect.version=", "--shard", "envproof.jar merge", "reports/junit.xml", "-le 2"))
                .allMatch(all::contains);
    }

    /** Exit code 2 is a closed gate: too few rules, nothing answered, not ready. */
    @ParameterizedTest
    @MethodSource("files")
    void a_closed_gate_lets_no_pipeline_go_on(String file) {
        assertThat(Example.text(file)).doesNotContain("allow_failure", "continue-on-error");
    }

    /** envproof does it itself, `merge` too: a step that does it as well adds it twice. */
    @ParameterizedTest
    @MethodSource("files")
    void no_step_adds_the_summary(String file) {
        assertThat(Example.text(file)).doesNotContain("GITHUB_STEP_SUMMARY");
    }

    private static List<String> found(String file, String pattern) {
        return Pattern.compile(pattern)
                .matcher(Example.text(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
