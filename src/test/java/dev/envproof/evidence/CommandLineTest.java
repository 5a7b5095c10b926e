package dev.envproof.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private static final Redaction NOTHING = Redaction.of(List.of());

    @Test
    void a_shell_reads_back_exactly_what_was_quoted() throws IOException, InterruptedException {
        assumeThat(Files.isExecutable(Path.of("/bin/bash"))).isTrue();
        List<String> words = List.of(
                "plain",
                "",
                "it's",
                "$(touch x) `id` $HOME",
                "a\u0001b\u001bc\td\\x",
                "-n",
                "caf\u00e9",
                "*",
                "a\r\nb'c9");
        CommandLine line = CommandLine.of("printf", NOTHING).with("%s|");
        for (String word : words) {
            line = line.with(word);
        }
        Process shell = new ProcessBuilder("/bin/bash", "-c", line.text()).start();
        String printed = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(printed).isEqualTo(String.join("|", words) + "|");
    }

    @Test
    void names_the_variable_of_a_secret_in_its_place() {
        Redaction redaction = Redaction.ofVariables(Map.of("ACCESS_KEY", "made-up-value-77"));
        assertThat(CommandLine.of("curl", redaction)
                        .with("X-Key: made-up-value-77!")
                        .text())
                .isEqualTo("curl 'X-Key: '\"$ACCESS_KEY\"'!'");
    }

    @Test
    void names_no_variable_where_none_is_known_or_its_name_would_be_code() {
        Redaction redaction = Redaction.ofVariables(Map.of("$(id)", "made-up-value-78"));
        assertThat(CommandLine.of("curl", redaction).with("made-up-value-78").text())
                .isEqualTo("curl \"$SECRET\"");
        assertThat(CommandLine.of("curl", Redaction.of(List.of("made-up-value-79")))
                        .with("made-up-value-79")
                        .text())
                .isEqualTo("curl \"$SECRET\"");
    }

    @Test
    void says_when_a_word_was_too_long_to_be_shown() {
        assertThat(CommandLine.of("curl", NOTHING).with("a".repeat(8_192)).text())
                .hasSizeLessThan(2_100)
                .endsWith(" # longer words are cut here");
    }
}
