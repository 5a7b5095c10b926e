package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Readiness, latency and the hook, as the gate behind a deployment uses them. */
class AfterDeploymentTest {
    private static final String NEVER = "-Dready.within=300ms";

    @TempDir
    private Path folder;

    @Test
    void waits_until_health_was_green_several_times_in_a_row() throws Exception {
        try (OneService service = new OneService(turn -> turn == 0 ? OneService.ILL : OneService.OK)) {
            Cli.Said said = service.cli(folder, OneService.suite(1))
                    .run("-Dsystem=shop", "-Dready.within=20s", "-Dready.greens=2");

            assertThat(said.out())
                    .contains("ready: health was green 2 times in a row")
                    .endsWith("gate: OPEN\n");
        }
    }

    @Test
    void a_deadline_that_passes_closes_the_gate_and_says_what_was_seen() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            Cli.Said said = service.cli(folder, OneService.suite(1)).run("-Dsystem=shop", NEVER);

            assertThat(said.code()).isEqualTo(ExitCode.CLOSED);
            assertThat(said.out())
                    .contains("not ready within 0.3 s", "staging /: status 200, health starting")
                    .endsWith("gate: CLOSED\n");
            assertThat(verdict().at("/reasons/0").asText()).startsWith("not ready within 0.3 s");
        }
    }

    @Test
    void another_version_closes_the_gate() throws Exception {
        try (OneService service =
                new OneService(turn -> OneService.OK.replace("{\"status", "{\"version\": \"1\", \"status"))) {
            Cli cli = service.cli(folder, OneService.suite(1));
            Path system = folder.resolve("environments/shop/system.yaml");
            Files.writeString(
                    system, Files.readString(system).replace("checks: /checks", "checks: /checks, version: /version"));

            Cli.Said said = cli.run("-Dsystem=shop", "-Dexpect.version=2", NEVER);

            assertThat(said.code()).isEqualTo(ExitCode.CLOSED);
            assertThat(said.out())
                    .contains("for version 2; its services report {api=1}")
                    .endsWith("gate: CLOSED\n");
            assertThat(cli.run("-Dsystem=shop", "-Dexpect.version=1").code()).isEqualTo(ExitCode.OPEN);
            assertThat(cli.run("-Dsystem=shop", "--expect-version", "1").code()).isEqualTo(ExitCode.OPEN);
        }
    }

    @Test
    void a_version_that_the_pipeline_left_blank_is_told_and_not_waited_for() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Cli.Said said = service.cli(folder, OneService.suite(1)).run("-Dsystem=shop", "-Dexpect.version=");

            assertThat(said.out())
                    .contains("expect.version is blank: no version is waited for\n")
                    .endsWith("gate: OPEN\n");
        }
    }

    @Test
    void a_hook_may_have_several_lines() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            assertThat(service.cli(folder, OneService.suite(1))
                            .run("-Dsystem=shop", NEVER, "-Don.closed=\necho one=1\nexit 7\n")
                            .out())
                    .contains("on.closed: exit code 7 after");
        }
    }

    @Test
    void a_version_that_is_a_secret_is_not_told() throws Exception {
        try (OneService service = new OneService(
                turn -> OneService.OK.replace("{\"status", "{\"version\": \"made-up-key-1\", \"status"))) {
            Cli cli = service.cli(folder, OneService.suite(1));
            Path system = folder.resolve("environments/shop/system.yaml");
            Files.writeString(
                    system, Files.readString(system).replace("checks: /checks", "checks: /checks, version: /version"));
            Path staging = folder.resolve("environments/shop/staging.yaml");
            Files.writeString(staging, Files.readString(staging) + "\nsecrets: [{ variable: API_KEY }]\n");
            Map<String, String> variables = new HashMap<>(cli.variables());
            variables.put("API_KEY", "made-up-key-1");

            Cli.Said said = new Cli(folder, variables).run("-Dsystem=shop", "-Dexpect.version=2", NEVER);

            assertThat(said.out())
                    .contains("its services report {api=[redacted]}")
                    .doesNotContain("made-up-key");
        }
    }

    @Test
    void the_hook_is_given_the_verdict_and_its_result_stands_in_the_report() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            Cli.Said said = service.cli(folder, OneService.suite(1))
                    .run(
                            "-Dsystem=shop",
                            NEVER,
                            "-Don.closed=cat > given.json; echo rolled back; exit 7"
                                    .replace(
                                            "given.json",
                                            folder.resolve("given.json").toString()));

            assertThat(said.code()).isEqualTo(ExitCode.CLOSED);
            assertThat(said.out()).contains("on.closed: exit code 7 after").contains("rolled back");
            assertThat(verdict().at("/onClosed/exitCode").asInt()).isEqualTo(7);
            assertThat(new ObjectMapper()
                            .readTree(Files.readString(folder.resolve("given.json")))
                            .path("gate")
                            .asText())
                    .isEqualTo("CLOSED");
        }
    }

    @Test
    void a_hook_that_hangs_is_stopped_and_changes_nothing() throws Exception {
        try (OneService service = new OneService(turn -> "{}")) {
            Cli.Said said = service.cli(folder, OneService.suite(1))
                    .run("-Dsystem=shop", "-Don.closed=sleep 600", "-Don.closed.timeout=200ms");

            assertThat(said.code()).isEqualTo(ExitCode.BROKEN);
            assertThat(said.out()).contains("on.closed: no exit code").contains("stopped after 200 ms");
            assertThat(verdict().at("/onClosed/ended").asBoolean(true)).isFalse();
        }
    }

    @Test
    void the_hook_stays_out_where_the_gate_is_open() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Path trace = folder.resolve("trace");
            service.cli(folder, OneService.suite(1)).run("-Dsystem=shop", "-Don.closed=touch " + trace);

            assertThat(trace).doesNotExist();
        }
    }

    @Test
    void records_a_baseline_and_then_compares_with_it() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Path file = folder.resolve("latency.json");
            Cli cli = service.cli(folder, OneService.suite(1) + "latency: { at-most-percent: 100, floor-millis: 1 }\n");

            assertThat(cli.run("-Dsystem=shop", "-Dlatency.baseline=latency.json")
                            .out())
                    .contains("latency: 1 medians recorded in");
            Files.writeString(file, "{\"medianMillis\": {\"staging\": {\"/health\": 1e5}}}");
            assertThat(cli.run("-Dsystem=shop", "-Dlatency.baseline=latency.json")
                            .out())
                    .contains("latency: 1 medians compared with")
                    .endsWith("gate: OPEN\n");
        }
    }

    @Test
    void a_baseline_that_no_longer_can_be_written_is_a_note_and_loses_no_report() throws Exception {
        Path place = folder.resolve("baseline");
        try (OneService service = new OneService(turn -> withoutFolder(place))) {
            Cli.Said said = service.cli(folder, OneService.suite(1))
                    .run("-Dsystem=shop", "-Dlatency.baseline=baseline/latency.json");

            assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OPEN);
            assertThat(said.out()).contains("latency: nothing recorded: ").endsWith("gate: OPEN\n");
            assertThat(verdict().at("/notes/0").asText()).contains("latency: nothing recorded: ");
        }
    }

    /** Puts a file where the folder of the baseline was. */
    private static String withoutFolder(Path place) {
        try {
            if (Files.isDirectory(place)) {
                Files.delete(place);
                Files.createFile(place);
            }
            return OneService.OK;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void a_slow_answer_closes_the_gate_and_stands_in_the_verdict() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (OneService service = new OneService(turn -> late(never))) {
            Files.writeString(folder.resolve("latency.json"), "{\"medianMillis\": {\"staging\": {\"/health\": 0.5}}}");
            Cli.Said said = service.cli(folder, OneService.suite(1) + "latency: { floor-millis: 1 }\n")
                    .run("-Dsystem=shop", "-Dlatency.baseline=latency.json");

            assertThat(said.code()).isEqualTo(ExitCode.CLOSED);
            assertThat(said.out()).contains("(recorded 0.5 ms, at most 1.0 ms): too slow");
            assertThat(verdict().at("/latency/0/tooSlow").asBoolean()).isTrue();
            assertThat(verdict().at("/reasons/0").asText()).contains("latency of /health");
        }
    }

    @Test
    void what_cannot_be_measured_closes_the_gate() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Files.writeString(folder.resolve("latency.json"), "{\"medianMillis\": {\"staging\": {\"/nowhere\": 0.5}}}");
            Cli cli = service.cli(
                    folder, OneService.suite(1).replace("health/health-is-told", "cors/null-origin-is-refused"));
            Path system = folder.resolve("environments/shop/system.yaml");
            Files.writeString(system, Files.readString(system).replace("path: health", "path: nowhere"));

            Cli.Said said = cli.run("-Dsystem=shop", "-Dlatency.baseline=latency.json");

            assertThat(said.out()).contains("latency of /nowhere: not measured (recorded 0.5 ms");
            assertThat(said.code()).isEqualTo(ExitCode.CLOSED);
        }
    }

    /** An answer that takes a while, as nothing ever opens the latch. */
    private static String late(CountDownLatch never) {
        try {
            return never.await(20, TimeUnit.MILLISECONDS) ? "" : OneService.OK;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Dready.within=soon     | no length of time; accepted: as 500ms, 90s or 2m
            -Dready.greens=3        | nothing is waited for; add -Dready.within=2m
            -Dready.within=2m -Dready.greens=0 | no count; accepted: 1 to 99
            -Don.closed.timeout=1s  | there is no command; add -Don.closed=COMMAND
            -Dlatency.baseline=suites/full.yaml | can't be read as JSON
            """)
    void a_mistake_is_told_in_a_line(String flags, String told) throws Exception {
        new Cli(folder, Map.of()).run("init", "shop");
        Cli.Said said = new Cli(folder, Map.of()).run(("-Dsystem=shop " + flags).split(" ", -1));

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains(told);
    }

    private JsonNode verdict() throws Exception {
        return new ObjectMapper().readTree(Files.readString(folder.resolve("reports/verdict.json")));
    }
}
