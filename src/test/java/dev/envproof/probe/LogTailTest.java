package dev.envproof.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
    @TempDir
    private Path folder;

    @Test
    void finds_the_lines_that_have_a_value_at_a_pointer() throws IOException {
        LogTail tail =
                tail("{\"request\":\"a\",\"n\":1}\nno json, but a\r\n{\"other\":\"a\"}\n{\"request\":\"a\",\"n\":2}\n");
        assertThat(tail.linesSince(0)).extracting(line -> line.at("/n").asInt()).containsExactly(1, 0, 2);
        assertThat(tail.lineWith("/request", "a"))
                .hasValueSatisfying(line -> assertThat(line.at("/n").asInt()).isEqualTo(1));
        assertThat(tail.lines()).hasSize(4);
    }

    @Test
    void waits_for_a_line_and_for_the_file_that_it_comes_in() throws Exception {
        LogTail tail = new LogTail("job-matcher", folder.resolve("late.log"));
        CompletableFuture<Void> late = CompletableFuture.runAsync(
                () -> write("late.log", "{\"request\":\"a\"}\n"),
                CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
        assertThat(tail.lineWith("/request", "a")).isPresent();
        assertThat(late).succeedsWithin(Duration.ofSeconds(1));
    }

    @Test
    void takes_no_unreadable_log_for_an_empty_one() {
        LogTail missing = new LogTail("job-matcher", folder.resolve("missing.log"));
        assertThat(missing.isReadable()).isFalse();
        assertThatThrownBy(missing::firstLines).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(missing::lines)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("the log of job-matcher can't be read");
        assertThatThrownBy(() -> missing.linesSince(0)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> missing.lineWith("/request", "a")).isInstanceOf(UncheckedIOException.class);
    }

    private LogTail tail(String text) {
        return new LogTail("job-matcher", write("service.log", text));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
