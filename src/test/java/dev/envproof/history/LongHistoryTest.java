package dev.envproof.history;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that has grown too long to be read whole goes on with its newest part. */
class LongHistoryTest {
    private static final List<String> SLACK = List.of("slack");
    private static final int LONGEST = 8 * 1024;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void is_moved_aside_and_its_newest_part_stays() throws IOException {
        String before = grown();
        try (HistoryFile history = open()) {
            assertThat(history.notes())
                    .containsExactly("history: " + file() + ": longer than 8 KiB: all of it was copied to"
                            + " history.jsonl.1, and its newest half stays");
            assertThat(history.past().runs()).hasSizeBetween(3, 20);
            assertThat(history.past().untold("slack", run(41, SLACK, CORS, Word.HELD)))
                    .as("told before")
                    .isEmpty();
            history.append(run(41, SLACK, CORS, Word.BROKEN));
        }
        assertThat(folder.resolve("history.jsonl.1")).hasContent(before);
        assertThat(Files.readAllLines(file()))
                .allMatch(line -> HistoryJson.read(line).isPresent());
        assertThat(Files.size(file())).isLessThan(LONGEST * 3 / 4);
        try (HistoryFile history = open()) {
            assertThat(history.notes()).isEmpty();
            assertThat(history.past().lastRuns(1)).extracting(RunLine::id).containsExactly("run-41");
        }
    }

    @Test
    void an_earlier_one_that_was_moved_aside_stays() throws IOException {
        Files.writeString(folder.resolve("history.jsonl.1"), "earlier");
        grown();
        open().close();
        assertThat(folder.resolve("history.jsonl.1")).hasContent("earlier");
        assertThat(folder.resolve("history.jsonl.2")).isNotEmptyFile();
    }

    @Test
    void a_last_line_that_was_cut_is_set_aside_too() throws IOException {
        grown();
        Files.writeString(file(), "{\"kind\":\"ru", StandardOpenOption.APPEND);
        try (HistoryFile history = open()) {
            assertThat(history.notes()).hasSize(2).last().asString().contains("its last line was cut");
        }
        assertThat(Files.readAllLines(file()))
                .allMatch(line -> HistoryJson.read(line).isPresent());
    }

    @Test
    void one_that_another_run_has_is_read_and_left_as_it_is() throws IOException {
        String before = grown();
        try (HistoryFile first = HistoryFile.open(file(), SERIES);
                HistoryFile second = open()) {
            assertThat(first.notes()).isEmpty();
            assertThat(second.past().runs()).isNotEmpty();
        }
        assertThat(file()).hasContent(before);
    }

    @Test
    void what_is_no_history_is_left_as_it_is() throws IOException {
        String text = "x".repeat(LONGEST * 2);
        Files.writeString(file(), text);
        try (HistoryFile history = open()) {
            assertThat(history.notes()).singleElement().asString().contains("no history, so it is left as it is");
        }
        assertThat(file()).hasContent(text);
        assertThat(folder.resolve("history.jsonl.1")).doesNotExist();
    }

    private HistoryFile open() {
        return HistoryFile.open(file(), SERIES, Duration.ofMillis(60), LONGEST);
    }

    private String grown() throws IOException {
        try (HistoryFile history = HistoryFile.open(file(), SERIES)) {
            for (int number = 1; number <= 40; number++) {
                history.append(run(number, SLACK, CORS, number % 2 == 0 ? Word.HELD : Word.BROKEN, PAIR, Word.HELD));
            }
        }
        assertThat(Files.size(file())).isGreaterThan(LONGEST);
        return Files.readString(file());
    }

    private Path file() {
        return folder.resolve("history.jsonl");
    }
}
