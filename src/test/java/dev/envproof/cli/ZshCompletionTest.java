package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The words alone; {@code src/test/zsh/completion.zsh} lets zsh run them. */
class ZshCompletionTest {
    private final String script =
            new Cli(Path.of(""), Map.of()).run("completion", "zsh").out();

    @Test
    void knows_every_command() {
        assertThat(Commands.ALL).allSatisfy(command -> assertThat(script).contains(command.name()));
    }

    @Test
    void knows_the_flags_that_take_files_and_other_spellings() {
        assertThat(script).contains("latency.baseline | parity.baseline | history) ", " --expect-version --shard ");
    }

    @Test
    void leaves_no_place_unfilled() {
        assertThat(script).startsWith("#compdef envproof").doesNotContainPattern("@[A-Z_]+@");
    }
}
