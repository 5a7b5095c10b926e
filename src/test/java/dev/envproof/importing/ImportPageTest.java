package dev.envproof.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ImportPageTest {
    private static final Pattern SHOWN = Pattern.compile("```(?:text|yaml)\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_page_shows_what_is_really_written() {
        String golden = Folder.text(Path.of("src/test/resources/dev/envproof/importing/golden/exam-platform.txt"));
        List<String> shown = new ArrayList<>();
        SHOWN.matcher(Folder.text(Path.of("docs", "import.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .forEach(block -> block.lines().forEach(shown::add));

        assertThat(shown).isNotEmpty();
        assertThat(golden.lines()).containsAll(shown);
    }
}
