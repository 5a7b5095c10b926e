package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void nothing_is_in_its_place_before_all_of_it_is() throws IOException {
        WholeFile.write(file(), to -> {
            to.write("x".repeat(100_000));
            to.flush();
            assertThat(file()).doesNotExist();
            to.write("y");
        });

        assertThat(file()).content().hasSize(100_001).endsWith("y");
        assertThat(folder).isDirectoryNotContaining("glob:**" + WholeFile.UNFINISHED);
    }

    @Test
    void one_that_fails_half_way_leaves_the_file_before_it_and_nothing_beside_it() throws IOException {
        Files.writeString(file(), "before");

        assertThatThrownBy(() -> WholeFile.write(file(), to -> {
                    to.write("half");
                    throw new IOException("no space left on device");
                }))
                .hasMessage("no space left on device");

        assertThat(file()).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**" + WholeFile.UNFINISHED);
    }

    @Test
    void what_a_killed_run_left_half_written_is_no_hindrance() throws IOException {
        Files.writeString(folder.resolve(WholeFile.UNFINISHED), "half");

        WholeFile.write(file(), to -> to.write("whole"));

        assertThat(file()).hasContent("whole");
    }

    @Test
    void a_link_in_its_place_is_replaced_and_what_it_leads_to_stays() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "kept");
        Files.createSymbolicLink(file(), precious);

        WholeFile.write(file(), to -> to.write("report"));

        assertThat(precious).hasContent("kept");
        assertThat(file())
                .hasContent("report")
                .satisfies(it -> assertThat(Files.isSymbolicLink(it)).isFalse());
    }

    @Test
    void half_a_character_is_written_as_a_question_mark() throws IOException {
        WholeFile.write(file(), to -> to.write("a\ud800b"));

        assertThat(file()).hasContent("a?b");
    }

    private Path file() {
        return folder.resolve("report.json");
    }
}
