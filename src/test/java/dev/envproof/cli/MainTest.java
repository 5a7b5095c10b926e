package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Denv=stagin           | did you mean `staging`? known: development, production, staging
            -Dsystem=job-platfrom  | did you mean `job-platform`?
            -Dsuite=smok           | did you mean `smoke`?
            -Dtarget=replika       | did you mean `replica`?
            -Dreplica=embeded      | did you mean `embedded`?
            -Dfault=cors/reflect-any-origi | did you mean `cors/reflect-any-origin`?
            -Dtarget=remote        | needs a URL; set the variable STAGING_URL
            -Dsuit=smoke           | unknown flag; did you mean `suite`?
            --verbose              | unknown flag
            """)
    void a_mistake_in_a_flag_is_told_in_a_line_and_nothing_runs(String flag, String told) {
        assertThat(run(flag)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(told).doesNotContain("\tat ");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void a_fault_is_never_committed_by_a_deployment() {
        assertThat(run("-Dfault=cors/reflect-any-origin", "-Denv=staging")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("only a replica commits faults");
    }

    @Test
    void exit_codes_are_those_of_the_contract() {
        assertThat(ExitCode.values()).extracting(ExitCode::code).containsExactly(0, 1, 2, 64, 70);
    }

    private ExitCode run(String... arguments) {
        Map<String, String> variables =
                List.of(arguments).contains("-Denv=staging") ? Map.of("STAGING_URL", "http://127.0.0.1:9/") : Map.of();
        return new Main(print(out), print(err)).run(List.of(arguments), variables);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
