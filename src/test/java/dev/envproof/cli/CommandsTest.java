package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.fault.Deviation;
import dev.envproof.suite.Rules;
import dev.envproof.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandsTest {
    private final Cli here = new Cli(Path.of(""), Map.of());

    @TempDir
    private Path folder;

    @Test
    void help_fits_a_screen_and_tells_every_command_and_exit_code() {
        String help = here.run("--help").out();

        assertThat(help.lines()).hasSizeBetween(24, 40).allMatch(line -> line.length() <= 100);
        assertThat(Commands.ALL).allMatch(command -> help.contains("  " + command.name() + " "));
        for (ExitCode code : ExitCode.values()) {
            assertThat(help).containsPattern("  " + code.code() + " +" + code.says());
        }
    }

    @Test
    void the_documented_help_is_the_one_that_is_printed() throws IOException {
        assertThat(Files.readString(Path.of("docs/commands.md")))
                .contains(here.run("--help").out());
    }

    @Test
    void every_command_tells_how_it_is_used() {
        assertThat(Commands.ALL).allSatisfy(command -> {
            assertThat(here.run(command.name(), "--help").code()).isEqualTo(ExitCode.OPEN);
            assertThat(here.run("help", command.name()).out()).startsWith("usage:");
        });
    }

    @Test
    void lists_every_name_for_a_person() {
        String listed = here.run("list").out();

        assertThat(listed)
                .contains("rules (" + Rules.all().size() + ")")
                .contains("faults (" + Deviation.all().count() + ")")
                .contains("  staging  system: job-platform")
                .contains("  smoke  rules: ");
    }

    @Test
    void lists_every_name_for_a_program() throws IOException {
        JsonNode listed = new ObjectMapper()
                .readTree(here.run("list", "--json", "rules", "suites").out());

        assertThat(listed.path("rules")).hasSize(Rules.all().size());
        assertThat(listed.path("suites").findValuesAsText("suite")).contains("full", "nightly", "smoke");
        assertThat(listed.has("faults")).isFalse();
    }

    @Test
    void explains_every_rule() {
        assertThat(Rules.all())
                .allSatisfy(
                        rule -> assertThat(here.run("explain", rule.card().id()).out())
                                .contains(
                                        rule.card().says(),
                                        rule.card().because(),
                                        rule.card().remedy(),
                                        "docs/environments.md"));
    }

    @Test
    void names_only_keys_that_are_documented() throws IOException {
        String documented = Files.readString(Path.of("docs/environments.md"));

        assertThat(Rules.all())
                .allSatisfy(rule -> assertThat(ExplainCommand.keys(rule.card()))
                        .allMatch(key -> documented.contains("`" + key + "`") || documented.contains("." + key + "`")));
    }

    @Test
    void writes_first_files_that_load() {
        Cli there = new Cli(folder, Map.of());

        assertThat(there.run("init", "shop", "test-1").code()).isEqualTo(ExitCode.OPEN);

        assertThat(there.run("list", "environments").out()).contains("test-1  system: shop");
        assertThat(new Suites(folder.resolve("suites")).load("full").atLeast()).isPositive();
    }

    @Test
    void never_overwrites_a_file() throws IOException {
        Cli there = new Cli(folder, Map.of());
        Files.createDirectories(folder.resolve("suites"));
        Files.copy(Path.of("suites/full.yaml"), folder.resolve("suites/full.yaml"));
        there.run("init", "shop");
        Path mine = Files.writeString(folder.resolve("environments/shop/staging.yaml"), "mine");

        Cli.Said said = there.run("init", "shop");

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("environments/shop is there already, and nothing is overwritten");
        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("suites/full.yaml")).hasSameTextualContentAs(Path.of("suites/full.yaml"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list ruls                 | list ruls: unknown kind; did you mean `rules`?
            list --jsn                | list --jsn: unknown flag; did you mean `--json`?
            explain                   | explain: takes one rule
            explain cors/foreign-origin-is-refusd | did you mean `cors/foreign-origin-is-refused`?
            init                      | init: takes a system's name
            init ../shop              | init ../shop: no name
            init shop system          | `system` is the name of another file
            completion fish           | completion=fish: unknown shell; known: bash
            completion                | completion: takes the shell's name
            compare one.json          | compare: takes two files
            compare no.json no.json   | no.json: no such file
            compare pom.xml pom.xml   | pom.xml: no JSON
            compare suites/suite.schema.json x | suite.schema.json: no findings in it
            """)
    void a_mistake_is_told_in_a_line(String arguments, String told) {
        Cli.Said said = here.run(arguments.split(" ", -1));

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains(told).doesNotContain("\tat ");
        assertThat(said.out()).isEmpty();
    }
}
