package dev.envproof.history;

import static dev.envproof.history.SampleRuns.ALERT;
import static dev.envproof.history.SampleRuns.CORS;
import static dev.envproof.history.SampleRuns.PAIR;
import static dev.envproof.history.SampleRuns.SERIES;
import static dev.envproof.history.SampleRuns.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryFileTest {
    private static final List<String> NOBODY = List.of();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void grows_by_a_line_a_run_and_a_line_a_change() throws IOException {
        append(run(1, NOBODY, CORS, Word.HELD, PAIR, Word.HELD));
        assertThat(lines()).hasSize(2).first().asString().contains("\"kind\":\"seen\"");
        append(run(2, NOBODY, CORS, Word.HELD, PAIR, Word.HELD));
        assertThat(lines()).hasSize(3);
        append(run(3, NOBODY, CORS, Word.BROKEN, PAIR, Word.HELD));
        assertThat(lines())
                .hasSize(5)
                .element(3)
                .isEqualTo("{\"kind\":\"change\",\"time\":\"2026-11-24T03:00:00Z\",\"system\":\"job-platform\","
                        + "\"suite\":\"nightly\",\"engine\":\"remote\",\"environments\":[\"staging\"],"
                        + "\"rule\":\"cors/foreign-origin-is-refused\",\"before\":\"held\",\"after\":\"broken\","
                        + "\"run\":\"run-3\",\"version\":\"1.4.3\"}");
    }

    @Test
    void a_pair_names_both_its_environments() throws IOException {
        append(run(1, NOBODY, PAIR, Word.BROKEN));
        assertThat(lines()).first().asString().contains("\"environments\":[\"staging\",\"production\"]");
        assertThat(past().changes()).extracting(Change::spot).containsExactly(PAIR);
    }

    @Test
    void keeps_every_series_apart() throws IOException {
        append(run(1, NOBODY, CORS, Word.BROKEN));
        try (HistoryFile other = HistoryFile.open(file(), new Series("job-platform", "nightly", "embedded"))) {
            assertThat(other.past().runs()).isEmpty();
            other.append(run(2, NOBODY, CORS, Word.HELD));
        }
        assertThat(past().runs()).hasSize(1);
        assertThat(past().changes(run(3, NOBODY, CORS, Word.BROKEN))).isEmpty();
    }

    @Test
    void an_alert_that_is_no_longer_raised_is_quiet_again() {
        append(run(1, NOBODY, ALERT, Word.RAISED));
        append(run(2, NOBODY));
        assertThat(past().changes()).extracting(Change::after).containsExactly(Word.RAISED, Word.QUIET);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 100, 200})
    void a_torn_last_line_is_set_aside_and_all_before_it_is_kept(int cut) throws IOException {
        append(run(1, NOBODY, CORS, Word.BROKEN));
        append(run(2, NOBODY, CORS, Word.HELD));
        String whole = Files.readString(file());
        String torn = lines().get(lines().size() - 1).substring(0, cut);
        Files.writeString(file(), torn, StandardOpenOption.APPEND);

        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            assertThat(history.notes())
                    .containsExactly(
                            "history: " + file() + ": its last line was cut; set aside into history.jsonl.torn");
            assertThat(history.past().runs()).hasSize(2);
        }
        assertThat(file()).hasContent(whole.strip());
        assertThat(folder.resolve("history.jsonl.torn")).hasContent(torn);
    }

    @ParameterizedTest
    @ValueSource(strings = {Word.HELD, Word.BROKEN})
    void a_run_whose_own_line_was_cut_never_was(String verdict) throws IOException {
        append(run(1, NOBODY, CORS, Word.HELD));
        append(run(2, NOBODY, CORS, Word.BROKEN));
        Files.writeString(file(), Files.readString(file()).replaceFirst("\"told\":\\[],\"run\":\"run-2\".*\n$", ""));
        append(run(3, NOBODY, CORS, verdict));
        assertThat(past().verdicts(CORS, 9)).containsExactly(Word.HELD, verdict);
        assertThat(past().changes(run(4, NOBODY, CORS, verdict))).isEmpty();
    }

    @Test
    void a_last_line_without_its_line_feed_is_whole() throws IOException {
        append(run(1, NOBODY, CORS, Word.BROKEN));
        Files.writeString(file(), Files.readString(file()).stripTrailing());
        append(run(2, NOBODY, CORS, Word.HELD));
        assertThat(lines()).hasSize(4).allMatch(line -> HistoryJson.read(line).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"# A read me\n\nnot yours\n", "{\n  \"a\": 1\n}\n", "hello", "\u0000\u0001\u0002", "[1]\n"})
    void a_file_that_is_no_history_is_left_as_it_is(String text) throws IOException {
        Files.writeString(file(), text);
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            history.append(run(1, NOBODY, CORS, Word.BROKEN));
            assertThat(history.notes()).singleElement().asString().contains("no history, so it is left as it is");
            assertThat(history.past().runs()).as("this run, in memory").hasSize(1);
        }
        assertThat(file()).hasContent(text);
    }

    @Test
    void strange_lines_between_are_passed_over_and_told() throws IOException {
        append(run(1, NOBODY, CORS, Word.BROKEN));
        Files.writeString(file(), "<<<<<<< ours\n{\"kind\":\"change\"}\n\n", StandardOpenOption.APPEND);
        append(run(2, NOBODY, CORS, Word.BROKEN));
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            assertThat(history.past().runs()).hasSize(2);
            assertThat(history.notes()).singleElement().asString().contains("passed over 2 lines");
        }
    }

    @Test
    void a_line_of_a_later_version_is_kept_and_not_told() throws IOException {
        append(run(1, NOBODY, CORS, Word.BROKEN));
        Files.writeString(
                file(), lines().get(0).replace("\"change\"", "\"forecast\"") + "\n", StandardOpenOption.APPEND);
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            assertThat(history.notes()).isEmpty();
            assertThat(history.past().changes()).hasSize(1);
        }
    }

    @Test
    void a_file_that_cannot_be_written_is_told_and_this_run_is_compared_with_nothing() throws IOException {
        Files.createDirectory(file());
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            history.append(run(1, NOBODY, CORS, Word.BROKEN));
            assertThat(history.notes())
                    .singleElement()
                    .asString()
                    .startsWith("history: " + file() + ": can't be written: ")
                    .endsWith("; this run is not in it");
        }
    }

    @Test
    void a_file_where_a_folder_must_be_is_told_as_such() throws IOException {
        Files.createFile(file());
        try (HistoryFile history = HistoryFile.open(file().resolve("history.jsonl"), SERIES)) {
            assertThat(history.notes()).singleElement().asString().contains("a file is where a folder must be");
        }
    }

    @Test
    void a_second_run_waits_for_the_first() {
        HistoryFile first = HistoryFile.open(file(), SERIES);
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> {
            try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
                return history.past().runs().size();
            }
        });
        first.append(run(1, NOBODY, CORS, Word.BROKEN));
        assertThat(second).isNotDone();
        first.close();
        assertThat(second.join()).isEqualTo(1);
    }

    @Test
    void a_second_run_gives_up_after_a_while_and_says_so() {
        try (HistoryFile first = HistoryFile.open(file(), SERIES);
                HistoryFile second = HistoryFile.open(file(), SERIES, Duration.ofMillis(60))) {
            assertThat(first.notes()).isEmpty();
            assertThat(second.notes()).singleElement().asString().contains("another run had it");
        }
    }

    @Test
    void runs_at_the_same_time_lose_no_line() throws IOException {
        List<CompletableFuture<Void>> runs = IntStream.range(0, 6)
                .mapToObj(number -> CompletableFuture.runAsync(() -> append(run(number, NOBODY, CORS, Word.BROKEN))))
                .toList();
        runs.forEach(CompletableFuture::join);
        assertThat(past().runs()).hasSize(6);
        assertThat(past().changes()).as("only the first one changed anything").hasSize(1);
    }

    @Test
    void makes_the_folders_on_the_way() {
        Path deep = folder.resolve("a/b/history.jsonl");
        try (HistoryFile history = HistoryFile.open(deep, SERIES)) {
            history.append(run(1, NOBODY, CORS, Word.HELD));
        }
        assertThat(deep).isNotEmptyFile();
    }

    private void append(Now now) {
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            history.append(now);
        }
    }

    private Past past() {
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            return history.past();
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private Path file() {
        return folder.resolve("history.jsonl");
    }
}
