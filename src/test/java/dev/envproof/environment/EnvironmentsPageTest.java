package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for users says what the schemas say; the variable {@code GOLDEN=write} writes it anew. */
class EnvironmentsPageTest {
    private static final Path PAGE = Path.of("docs", "environments.md");

    @Test
    void the_page_holds_the_tables_of_both_schemas() throws IOException {
        String page = Files.readString(PAGE);
        String made = withTable(withTable(page, "system"), "environment");
        if ("write".equals(System.getenv("GOLDEN"))) {
            Files.writeString(PAGE, made);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(made);
    }

    @Test
    void the_page_shows_a_text_that_users_really_get() throws IOException {
        String shown = Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("environments/job-platform/staging.yaml:"))
                .findFirst()
                .orElseThrow();

        assertThat(Files.readString(Golden.file("mistakes")).lines()).contains(shown);
    }

    private static String withTable(String page, String kind) {
        String start = "<!-- " + kind + ".schema.json -->\n";
        Matcher table = Pattern.compile(Pattern.quote(start) + ".*?<!-- end -->", Pattern.DOTALL)
                .matcher(page);
        assertThat(table.find())
                .as("the page has a place for the table of %s", kind)
                .isTrue();
        String made = start + SchemaReference.table(Schema.of(kind)) + "<!-- end -->";
        return page.substring(0, table.start()) + made + page.substring(table.end());
    }
}
