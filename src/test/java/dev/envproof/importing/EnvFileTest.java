package dev.envproof.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.yaml.Problems;
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
            A="b \\"c\\" d"      | b \\"c\\" d
            A='b' c              | b
            """)
    void takes_a_value_as_dotenv_does(String line, String value) {
        assertThat(read(line)).singleElement().satisfies(setting -> {
            assertThat(setting.name()).isEqualTo("A");
            assertThat(setting.value()).contains(value);
        });
    }

    @Test
    void knows_lines_of_other_systems_values_over_lines_and_names_alone() {
        List<Setting> settings =
                read("# first\r\n\r\nA=1\r\nB=\"2\r\n# no comment\r\n\"\r\nC\r\nD=\r\n  export E='5'\r\nF=6");

        assertThat(settings).extracting(Setting::name).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(settings).extracting(it -> it.place().line()).containsExactly(3, 4, 7, 8, 9, 10);
        assertThat(settings).extracting(it -> it.value().orElse("-")).contains("1", "2\r\n# no comment\r\n", "5", "6");
    }

    @Test
    void an_empty_file_sets_nothing() {
        assertThat(read("")).isEmpty();
        assertThat(read("\n# nothing\n  \n")).isEmpty();
    }

    private List<Setting> read(String text) {
        Problems problems = new Problems();
        List<Setting> settings = EnvFile.read(new Folder(root).write(".env", text), problems);
        assertThat(problems.isEmpty()).isTrue();
        return settings;
    }
}
