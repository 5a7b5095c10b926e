package dev.envproof.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MergeTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 9})
    void the_merged_reports_are_those_of_one_run(int of) throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = new ArrayList<>(run.shards(of));
        Collections.reverse(shards);

        Outcome merged = run.merged(shards);

        assertThat(merged.findings()).isEqualTo(run.whole().findings());
        assertThat(merged.gate()).isEqualTo(run.whole().gate());
        assertThat(merged.watch().alerts())
                .isEqualTo(run.whole().watch().alerts())
                .isNotEmpty();
        assertThat(reports(merged)).isEqualTo(reports(run.whole()));
    }

    @Test
    void the_gate_counts_rules_and_waivers_over_all_shards_and_no_shard_does_alone() throws IOException {
        SplitRun run = new SplitRun(folder);
        assertThat(run.whole().gate().reasons())
                .anyMatch(reason -> reason.contains("health/health-is-told by jo is no longer needed"))
                .anyMatch(reason -> reason.contains("secrets/secrets-are-set by jo expired"));

        run.write("suites/mine.yaml", """
                suite: mine
                says: ours
                at-least: 1000
                blocking: low
                """);

        assertThat(run.merged(run.shards(2)).gate().reasons())
                .anyMatch(reason -> reason.endsWith("the suite mine asks for at least 1000"));
    }

    @Test
    void a_missing_shard_closes_the_gate() throws IOException {
        SplitRun run = new SplitRun(folder);

        Outcome merged = run.merged(run.shards(4).subList(1, 3));

        assertThat(merged.gate().reasons())
                .endsWith(
                        "shard 1/4 is missing: nothing is known of what it judges",
                        "shard 4/4 is missing: nothing is known of what it judges");
    }

    @Test
    void nothing_is_known_of_alerts_without_the_shard_that_asks_for_them() throws IOException {
        SplitRun run = new SplitRun(folder);

        assertThat(run.merged(run.shards(3).subList(1, 3)).watch().alerts())
                .extracting(Alert::text)
                .containsExactly(
                        "production: every service: not measured: its shard is missing",
                        "staging: every service: not measured: its shard is missing");
    }

    @Test
    void what_closed_a_shards_gate_beside_its_findings_closes_the_merged_one() throws IOException {
        SplitRun run = new SplitRun(folder);
        Path late = run.late(new Shard(1, 2));

        Outcome merged = run.merged(List.of(late, run.shards(2).get(1)));

        assertThat(merged.gate()).isEqualTo(run.whole().gate().and(List.of("staging is not ready")));
    }

    @Test
    void refuses_a_shard_twice() throws IOException {
        SplitRun run = new SplitRun(folder);
        Path first = run.shards(2).get(0);
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Files.copy(first.resolve(ShardRecord.FILE), copy.resolve(ShardRecord.FILE));

        assertThatThrownBy(() -> run.merged(List.of(first, copy)))
                .isInstanceOf(UnfitShards.class)
                .hasMessage(copy + ": shard 1 is in " + first + " too; accepted: each shard once");
        assertThatThrownBy(() -> run.merged(List.of(first, first)))
                .hasMessage(first + ": named before; accepted: each shard once");
    }

    @Test
    void refuses_shards_of_two_splits_and_of_two_engines() throws IOException {
        SplitRun run = new SplitRun(folder);
        Path first = run.shard(new Shard(1, 2), "remote");
        Path other = run.shard(new Shard(2, 3), "embedded");

        assertThatThrownBy(() -> run.merged(List.of(first, other)))
                .hasMessage(other + ": the number of shards differs from " + first
                        + " (3, not 2); accepted: shards of one run\n"
                        + other + ": the engine differs from " + first
                        + " (embedded, not remote); accepted: shards of one run");
    }

    @Test
    void refuses_shards_of_other_files_than_those_here_or_of_each_other() throws IOException {
        SplitRun run = new SplitRun(folder);
        Path first = run.shard(new Shard(1, 2), "remote");
        run.write("environments/shop/system.yaml", "system: shop # changed\n");
        Path second = run.shard(new Shard(2, 2), "remote");

        assertThatThrownBy(() -> run.merged(List.of(first, second)))
                .hasMessage(second + ": the files of environments/ differs from " + first
                        + "; accepted: shards of one run");
        assertThatThrownBy(() -> run.merged(List.of(first)))
                .hasMessageStartingWith(first + ": judged by other files, rules or another version than those here");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "system" : "shop"              | "system" : "../shop"    | no name of a system
            "suite" : "mine"               | "suite" : "a/b"         | no name of a suite
            "subject" : [ "production" ]   | "subject" : [ "../.." ] | a subject that is neither
            "rule" : "health/health-is-told" | "rule" : "a/b"        | a rule that is not known here: a/b
            "verdict" : "HELD"             | "verdict" : "FINE"      | not as a run of this version writes it (line
            "verdict" : "HELD"             | "verdict" : "BROKEN"    | not as a run of this version writes it (line
            "leftBehind" :                 | "more" :                | not as a run of this version writes it (line
            "started" : "2026              | "started" : "long ago   | `started` is no time
            "of" : 2                       | "of" : 2000000000       | no shard that can be: 1/2000000000
            "shard" : 1                    | "shard" : 3             | no shard that can be: 3/2
            """)
    void refuses_a_record_that_no_run_wrote(String was, String is, String complaint) throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = run.shards(2);
        for (Path shard : shards) {
            Path file = shard.resolve(ShardRecord.FILE);
            Files.writeString(file, Files.readString(file).replace(was, is));
        }

        assertThatThrownBy(() -> run.merged(shards))
                .isInstanceOf(UnfitShards.class)
                .hasMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource({"'RECORD {}', not as a run", "null, nothing in it"})
    void refuses_a_file_with_more_or_less_than_one_record(String text, String complaint) throws IOException {
        SplitRun run = new SplitRun(folder);
        Path file = run.shards(2).get(0).resolve(ShardRecord.FILE);
        Files.writeString(file, text.replace("RECORD", Files.readString(file)));

        assertThatThrownBy(() -> run.merged(List.of(file.getParent())))
                .isInstanceOf(UnfitShards.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void refuses_shards_of_two_deployed_versions_and_takes_the_one_that_is_known() throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = run.shards(3);
        edit(shards.get(0), "\"version\" : \"1.0\"\n}", "\"version\" : \"\"\n}");

        assertThat(new Merge(folder).of(shards).version()).isEqualTo("1.0");

        edit(shards.get(2), "\"version\" : \"1.0\"\n}", "\"version\" : \"1.1\"\n}");
        assertThatThrownBy(() -> run.merged(shards))
                .isInstanceOf(UnfitShards.class)
                .hasMessage(shards.get(2) + ": the deployed version differs from " + shards.get(1)
                        + " (1.1, not 1.0); accepted: shards that looked at one deployment");
    }

    @Test
    void refuses_a_shard_that_started_long_before_another() throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = run.shards(2);
        edit(shards.get(0), "2026-01-31T12:00:00Z", "2026-01-31T06:00:00Z");

        assertThat(run.merged(shards).started()).isEqualTo("2026-01-31T06:00:00Z");

        edit(shards.get(0), "2026-01-31T06:00:00Z", "2026-01-31T05:59:59Z");
        assertThatThrownBy(() -> run.merged(shards))
                .isInstanceOf(UnfitShards.class)
                .hasMessage(shards.get(0) + ": started at 2026-01-31T05:59:59Z, another shard at"
                        + " 2026-01-31T12:00:00Z; accepted: starts at most 6 hours apart");
    }

    @Test
    void what_expired_before_the_last_shard_looked_is_expired() throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = run.shards(2);
        edit(shards.get(1), "2026-01-31T12:00:00Z", "2026-02-01T00:30:00Z");
        edit(shards.get(0), "2026-01-31T12:00:00Z", "2026-01-31T23:30:00Z");

        assertThat(run.merged(shards).gate().reasons())
                .anyMatch(reason -> reason.contains("cors/foreign-origin-is-refused by jo expired"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"suites/mine.yaml", "environments/shop/system.yaml"})
    void refuses_to_merge_where_the_files_are_missing(String file) throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = run.shards(2);
        Files.delete(folder.resolve(file));
        Files.delete(folder.resolve(file).getParent());

        assertThatThrownBy(() -> run.merged(shards))
                .isInstanceOf(UnfitShards.class)
                .hasMessage(folder.resolve(file).getParent()
                        + ": can't be read; accepted: merge where the same environments/ and suites/ are");
    }

    private static void edit(Path shard, String was, String is) throws IOException {
        Path file = shard.resolve(ShardRecord.FILE);
        String text = Files.readString(file);
        assertThat(text).contains(was);
        Files.writeString(file, text.replace(was, is));
    }

    @Test
    void refuses_a_finding_that_is_another_shards() throws IOException {
        SplitRun run = new SplitRun(folder);
        List<Path> shards = run.shards(2);
        Path file = shards.get(0).resolve(ShardRecord.FILE);
        Files.writeString(file, Files.readString(file).replace("\"shard\" : 1", "\"shard\" : 2"));

        assertThatThrownBy(() -> run.merged(shards.subList(0, 1))).hasMessageContaining("belongs to another shard");
    }

    @Test
    void refuses_a_folder_without_a_record() throws IOException {
        SplitRun run = new SplitRun(folder);
        assertThatThrownBy(() -> run.merged(List.of(folder)))
                .hasMessage(folder + ": no shard.json; accepted: the reports of a run with -Dshard");
    }

    private Map<String, String> reports(Outcome outcome) throws IOException {
        Path reports = folder.resolve("merged");
        try (Reports written = Reports.claim(reports)) {
            written.write(outcome);
        }
        try (Stream<Path> files = Files.walk(reports)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> reports.relativize(file).toString(), MergeTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
