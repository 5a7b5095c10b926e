package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeCommandTest {
    private static final String SUITE = """
            suite: full
            says: mine
            includes: [health]
            blocking: low
            at-least: 1
            alerts: { requests: 2, down: 2 }
            """;

    @TempDir
    private Path folder;

    @Test
    void the_gate_of_all_shards_is_kept_in_the_history_and_runs_the_hook() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            Cli cli = service.cli(folder, SUITE);
            Cli.Said said = cli.run(
                    "merge",
                    shard(cli, 1),
                    shard(cli, 2),
                    "-Dhistory=nightly.jsonl",
                    "-Don.closed=echo rolled back; exit 7");

            assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.BROKEN);
            assertThat(said.out())
                    .contains("alert: staging: api: service down: 2 of 2 requests failed")
                    .contains("on.closed: exit code 7 after")
                    .endsWith("gate: CLOSED\n");
            assertThat(Files.readAllLines(folder.resolve("nightly.jsonl")))
                    .anyMatch(line -> line.contains("\"kind\":\"change\"") && line.contains("\"after\":\"broken\""))
                    .anyMatch(line -> line.contains("\"after\":\"raised\""))
                    .last()
                    .asString()
                    .contains("\"kind\":\"run\"", "\"gate\":\"CLOSED\"");
            assertThat(folder.resolve("reports/history.jsonl")).doesNotExist();
        }
    }

    @Test
    void a_whole_run_asks_for_alerts_and_of_its_shards_the_first_alone() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            Cli cli = service.cli(folder, SUITE);

            assertThat(cli.run("-Dsystem=shop").out()).contains("alert: staging: api: service down");
            assertThat(folder.resolve(shard(cli, 1)).resolve("shard.json"))
                    .content()
                    .contains("\"kind\" : \"DOWN\"");
            assertThat(folder.resolve(shard(cli, 2)).resolve("shard.json"))
                    .content()
                    .doesNotContain("\"kind\" : \"DOWN\"");
        }
    }

    @Test
    void what_the_hook_says_is_hidden() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            String shard = shard(service.cli(folder, SUITE), 1);
            Cli.Said said = new Cli(folder, Map.of("A_TOKEN", "made-up-token-of-the-runner"))
                    .run("merge", shard, "-Don.closed=echo told made-up-token-of-the-runner");

            assertThat(said.out()).contains("told [redacted]").doesNotContain("made-up-token");
            assertThat(Files.readString(folder.resolve("reports/verdict.json"))).doesNotContain("made-up-token");
        }
    }

    @Test
    void a_shard_runs_no_hook_of_its_own() throws Exception {
        try (OneService service = new OneService(turn -> OneService.ILL)) {
            assertThat(service.cli(folder, SUITE)
                            .run("-Dsystem=shop", "-Dshard=1/2", "-Don.closed=true")
                            .err())
                    .contains("-Don.closed: a shard decides no gate; give it to `merge`");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--histroy=x", "-Don.closed.timeout=soon", "suite", "environments"})
    void a_mistake_leaves_no_verdict_of_the_run_before(String mistake) throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Cli cli = service.cli(folder, SUITE);
            String[] shards = {shard(cli, 1), shard(cli, 2)};
            assertThat(cli.run("merge", shards[0], shards[1]).code()).isEqualTo(ExitCode.OPEN);
            assertThat(folder.resolve("reports/verdict.json")).exists();
            switch (mistake) {
                case "suite" -> Files.writeString(folder.resolve("suites/full.yaml"), "nonsense: true\n");
                case "environments" -> Files.move(folder.resolve("environments/shop"), folder.resolve("elsewhere"));
                default -> shards[0] = mistake;
            }

            Cli.Said said = cli.run("merge", shards[0], shards[1]);

            assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.USAGE);
            assertThat(folder.resolve("reports/verdict.json")).doesNotExist();
        }
    }

    @Test
    void a_mistake_leaves_the_reports_that_are_to_be_merged() throws Exception {
        try (OneService service = new OneService(turn -> OneService.OK)) {
            Cli cli = service.cli(folder, SUITE);
            cli.run("-Dsystem=shop", "-Dshard=1/2");

            assertThat(cli.run("merge", "reports", "nowhere").code()).isEqualTo(ExitCode.USAGE);
            assertThat(cli.run("merge", "--histroy=x", "reports").code()).isEqualTo(ExitCode.USAGE);
            assertThat(folder.resolve("reports/shard.json")).exists();
        }
    }

    @Test
    void takes_no_flag_of_a_shard() {
        Cli.Said said = new Cli(folder, Map.of()).run("merge", "-Denv=staging", "reports");

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("merge -Denv=staging: unknown flag");
    }

    private String shard(Cli cli, int index) throws IOException {
        cli.run("-Dsystem=shop", "-Dshard=" + index + "/2");
        Path shard = Files.createDirectories(folder.resolve("shards/" + index));
        Files.move(folder.resolve("reports/shard.json"), shard.resolve("shard.json"));
        return "shards/" + index;
    }
}
