package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.report.Reports;
import dev.envproof.run.Flags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @BeforeEach
    void copy_the_project() throws IOException {
        for (String file : List.of(
                "environments/job-platform/system.yaml",
                "environments/job-platform/development.yaml",
                "environments/job-platform/production.yaml",
                "environments/job-platform/staging.yaml",
                "suites/full.yaml",
                "suites/smoke.yaml")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.copy(Path.of(file), folder.resolve(file));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Denv=stagin           | did you mean `staging`? known: development, production, staging
            -Dsystem=job-platfrom  | did you mean `job-platform`?
            -Dsuite=smok           | did you mean `smoke`?
            -Dtarget=replika       | did you mean `replica`?
            -Dreplica=embeded      | did you mean `embedded`?
            -Dfault=cors/reflect-any-origi | did you mean `cors/reflect-any-origin`?
            -Dtarget=remote        | needs a URL; set the variable STAGING_URL
            -Dsuit=smoke           | unknown flag; did you mean `-Dsuite=…`? known: -Denv=…
            --env=staging          | unknown flag; did you mean `-Denv=…`?
            env=staging            | unknown flag; did you mean `-Denv=…`?
            --verbose              | unknown flag; known: -Denv=…
            -Dshard=5/4            | -Dshard=5/4: no shard; accepted: as 2/4
            --shard 0/4            | -Dshard=0/4: no shard; accepted: as 2/4
            --shard=x              | -Dshard=x: no shard; accepted: as 2/4
            --shard                | -Dshard: no value; accepted: -Dshard=…
            --expect-version       | -Dexpect.version: no value; accepted: -Dexpect.version=…
            --expect-version=     | --expect-version=: a blank value; accepted: --expect-version and its value, or neither
            --shard=              | --shard=: a blank value
            -Dshard=1/2 -Dhistory=a.jsonl | -Dhistory: a shard adds nothing to it; give it to `merge`
            -Dhistory=a\0b        | no file can be named so here
            -Dlatency.baseline=a\0b | no file can be named so here; accepted: characters that the locale has
            merge a\0b            | no file can be named so here
            compare a\0b b.json   | no file can be named so here
            fingerprints a\0b b   | no file can be named so here
            import shop a\0b      | no file can be named so here
            import shop dev=a\0b  | no file can be named so here
            list nothing          | list nothing: unknown kind; known: rules,
            list ruls             | list ruls: unknown kind; did you mean `rules`? known: rules,
            --expect-version 1 -Dexpect.version=2 | -Dexpect.version=2: given before
            merge                  | merge: no folder named; accepted: the reports folder of each shard
            merge --all            | merge --all: unknown flag
            merge nowhere          | nowhere: no shard.json; accepted: the reports of a run with -Dshard
            -Denv                  | -Denv: no value; accepted: -Denv=…
            -Dsuite=smoke -Dsuite=full  | -Dsuite=full: given before; accepted: each flag once
            -Dsuit=smoke -Denvi=staging | -Denvi=staging: unknown flag
            -Dsuit=smoke -Denvi=staging | -Dsuit=smoke: unknown flag
            verfy                  | verfy: unknown command; did you mean `verify`? known: verify,
            wizard -Denv=staging   | wizard: unknown command; known: verify,
            verify -Dsuit=smoke    | unknown flag; did you mean `-Dsuite=…`? known: -Denv=…
            help importt           | importt: unknown command; did you mean `import`?
            proof cors/no-such     | cors/no-such: no fault or look-alike begins so (docs/proof.md lists them)
            proof cors/reflect-any-orign | did you mean `cors/reflect-any-origin`?
            proof healthy:often    | healthy:often: not a number of runs; accepted: as healthy:50
            proof -Denv=staging    | -Denv=staging: unknown flag; accepted: -Dsystem=…
            """)
    void a_mistake_in_a_flag_is_told_in_a_line_and_nothing_runs(String flags, String told) {
        assertThat(run(flags.split(" +"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(told).doesNotContain("\tat ");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-Dsuit=smoke", "-Denv=stagin", "-Dtarget=remote", "merge --histroy=x", "merge", "merge nowhere"
            })
    void a_mistake_in_a_flag_leaves_no_verdict_of_an_earlier_run(String flag) throws IOException {
        Path verdict = folder.resolve("reports/verdict.json");
        Files.createDirectories(verdict.getParent());
        Files.writeString(verdict, "{\"gate\" : \"OPEN\"}");

        run(flag.split(" "));

        assertThat(verdict).doesNotExist();
    }

    @Test
    void a_flag_that_a_pipeline_left_blank_is_refused_where_it_is_spelled_out() {
        assertThat(run("--expect-version", "")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--expect-version: a blank value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge --histroy=x", "merge -Don.closed.timeout=1s reports-1", "-Dsuit=smoke"})
    void a_mistake_while_another_run_holds_the_folder_is_told_and_not_the_lock(String arguments) {
        try (Reports held = Reports.claim(folder.resolve("reports"))) {
            assertThat(run(arguments.split(" "))).isEqualTo(ExitCode.USAGE);
            held.add("mine", "");
        }
        assertThat(err.toString(StandardCharsets.UTF_8))
                .containsAnyOf("--histroy=x", "-Don.closed.timeout", "-Dsuit=smoke")
                .doesNotContain("another run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void a_user_who_asks_for_help_is_told_every_flag(String asked) {
        assertThat(run(asked)).isEqualTo(ExitCode.OPEN);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(Flags.NAMES.stream().map(name -> "-D" + name + "=").toList())
                .contains("replica", "proof", "64");
    }

    @Test
    void a_folder_of_reports_that_cannot_be_written_is_no_defect() throws IOException {
        Files.createFile(folder.resolve("reports"));

        assertThat(run()).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("reports: can't be written")
                .doesNotContain("defect");
    }

    @Test
    void a_waiver_of_an_unknown_environment_is_told_with_its_place_and_nothing_runs() throws IOException {
        Files.writeString(
                folder.resolve("suites/full.yaml"),
                "waivers: [{ rule: cors/null-origin-is-refused, environment: stagin, owner: jo, reason: soon,"
                        + " expires: 2026-12-31 }]\n",
                StandardOpenOption.APPEND);

        assertThat(run("-Dreplica=embedded")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("full.yaml:6:61: `waivers.0.environment`: unknown environment `stagin`;"
                        + " did you mean `staging`? accepted: development, production, staging");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            import                       | import: no system named
            import shop                  | import: no file; accepted: compose files
            import ../shop pom.xml       | import ../shop: no system's name
            import shop missing.yml      | missing.yml: no such file
            import shop pom.xml          | pom.xml: neither a compose file, nor an env file, nor an nginx.conf
            import --overwite shop a.yml | import --overwite: unknown flag; known: --overwrite, --help
            """)
    void a_mistake_in_an_import_is_told_in_a_line_and_nothing_is_written(String arguments, String told) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(told).doesNotContain("\tat ");
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(folder.resolve("environments/shop")).doesNotExist();
    }

    @Test
    void tells_how_to_import() {
        assertThat(run("import", "--help")).isEqualTo(ExitCode.OPEN);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("usage: import [--overwrite] SYSTEM");
    }

    private ExitCode run(String... arguments) {
        Map<String, String> variables =
                List.of(arguments).contains("-Denv=staging") ? Map.of("STAGING_URL", "http://127.0.0.1:9/") : Map.of();
        return new Main(new Session(folder, variables, InputStream.nullInputStream(), print(out), print(err)))
                .run(List.of(arguments));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
