package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands that the files of {@code examples/} call are commands of the jar. */
class ExampleWordsTest {
    /** After the jar, or after the image's name in a script. */
    private static final Pattern CALL =
            Pattern.compile("(?:-jar \\S*envproof\\.jar|--read-only [^\\n]*\"\\$name\") ([a-z]+)(?![a-z=])");

    @Test
    void every_command_that_an_example_calls_exists() throws IOException {
        List<String> known = Commands.ALL.stream().map(Command::name).toList();
        List<String> called = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("examples"))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("consumer"))
                    .toList()) {
                CALL.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .forEach(called::add);
            }
        }
        assertThat(called).contains("merge", "replica").isSubsetOf(known);
    }
}
