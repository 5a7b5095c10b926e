package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.EnvFile.Assignment;
import dev.envproof.environment.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {
    @TempDir
    private Path root;

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A=b                  | b
            A = b                | b
            export A=b           | b
            A='b c'              | b c
            A="b # c" # d        | b # c
            A=b # c              | b
            A=b#c                | b#c
            A=b=c                | b=c
            A="b \\"c\\" d"      | b "c" d
            A="b\\\\\\\\c"       | b\\\\c
            A="\\$b \\x \\\\$c"  | $b \\x \\$c
            A='\\$b \\n'         | \\$b \\n
            A=b\\n               | b\\n
            A='b' c              | b
            """)
    void takes_a_value_as_dotenv_does(String line, String value) throws IOException {
        assertThat(read(line)).singleElement().satisfies(assignment -> {
            assertThat(assignment.name()).isEqualTo("A");
            assertThat(assignment.value()).isEqualTo(value);
        });
    }

    @Test
    void knows_lines_of_other_systems_values_over_lines_and_names_alone() throws IOException {
        List<Assignment> assignments =
                read("# first\r\n\r\nA=1\r\nB=\"2\r\n# no comment\r\n\"\r\nC\r\nD=\r\n  export E='5'\r\nF=6");

        assertThat(assignments).extracting(Assignment::name).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(assignments).extracting(it -> it.place().line()).containsExactly(3, 4, 7, 8, 9, 10);
        assertThat(assignments)
                .extracting(Assignment::value)
                .containsExactly("1", "2\r\n# no comment\r\n", "", "", "5", "6");
    }

    @Test
    void undoes_ends_of_lines_and_tabs_in_double_quotes_alone() throws IOException {
        assertThat(read("A=\"1\\n2\\r3\\t4\"\nB='1\\n2'"))
                .extracting(Assignment::value)
                .containsExactly("1\n2\r3\t4", "1\\n2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            A=${B}        | true
            A="${B}"      | true
            A='${B}'      | false
            A="\\${B}"    | false
            A="\\\\${B}"  | true
            A=\\${B}      | false
            """)
    void knows_where_a_dollar_sign_stands_for_itself(String line, boolean mayRefer) throws IOException {
        Assignment only = read(line).get(0);

        assertThat(only.mayRefer(only.value().indexOf('$'))).isEqualTo(mayRefer);
    }

    @Test
    void an_empty_file_sets_nothing() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n# nothing\n  \n")).isEmpty();
    }

    private List<Assignment> read(String text) throws IOException {
        Problems problems = new Problems();
        List<Assignment> assignments = EnvFile.read(Files.writeString(root.resolve(".env"), text), problems);
        assertThat(problems.isEmpty()).isTrue();
        return assignments;
    }
}
