package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            held         | broken       | newly broken (1)       | BROKEN
            inconclusive | broken       | newly broken (1)       | BROKEN
            held         | inconclusive | newly inconclusive (1) | BROKEN
            held         |              | gone (1)               | BROKEN
                         | broken       | appeared (1)           | BROKEN
                         | held         | appeared (1)           | OPEN
            broken       | held         | mended (1)             | OPEN
            inconclusive | held         | mended (1)             | OPEN
            held         | waived       | newly waived (1)       | OPEN
            broken       | broken       | 2 the same, 0 changed  | OPEN
            """)
    void tells_each_kind_of_change(String before, String after, String told, ExitCode code) throws IOException {
        Cli.Said said = cli().run("compare", write("before", before), write("after", after));

        assertThat(said.out()).contains(told);
        assertThat(said.code()).isEqualTo(code);
    }

    @Test
    void tells_a_program() throws IOException {
        String json = cli().run("compare", "--json", write("before", "held"), write("after", "broken"))
                .out();

        assertThat(new ObjectMapper().readTree(json).at("/newlyBroken/0/rule").asText())
                .isEqualTo("cors/a");
        assertThat(new ObjectMapper().readTree(json).path("worse").asBoolean()).isTrue();
    }

    @Test
    void compares_an_environment_with_the_next_one_up() throws IOException {
        String both = file("both", finding("staging", "broken") + "," + finding("production", "held"));
        copy("environments/job-platform/system.yaml");
        for (String name : new String[] {"development", "staging", "production"}) {
            copy("environments/job-platform/" + name + ".yaml");
        }

        assertThat(cli().run("compare", both, "staging").out()).contains("staging: cors/a: held -> broken");
        assertThat(cli().run("compare", both, "production", "staging").out()).contains("mended (1)");
        assertThat(cli().run("compare", both, "production").err())
                .contains("no environment follows production in the `promotion`");
        assertThat(cli().run("compare", both, "stagin").err()).contains("did you mean `staging`?");
    }

    @Test
    void shows_a_strangers_text_harmlessly() throws IOException {
        String after = file("after", finding("staging", "broken").replace("seen", "\\u001b[2J"));

        assertThat(cli().run("compare", write("before", "held"), after).out())
                .contains("\\x1b[2J")
                .doesNotContain("\u001b");
    }

    @Test
    void refuses_runs_of_two_systems() throws IOException {
        String shop = file("shop", finding("staging", "held"));
        Files.writeString(
                folder.resolve("shop.json"),
                Files.readString(folder.resolve("shop.json")).replace("job-platform", "shop"));

        Cli.Said said = cli().run("compare", write("before", "held"), shop);

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err())
                .contains("compare: two systems, job-platform and shop; accepted: two runs of one system");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            isolation/ordered                | held   | development | production  | 2 the same, 0 changed
            isolation/ordered                | broken | development | production  | newly broken (1)
            isolation/ordered                | broken | production  | development | appeared (1)
            isolation/volumes-are-not-shared | held   | production  | development | 2 the same, 0 changed
            isolation/volumes-are-not-shared | broken | production  | development | newly broken (1)
            """)
    void compares_pairs_by_the_side_that_an_environment_stands_on(
            String rule, String verdict, String from, String to, String told) throws IOException {
        String all = file(
                "all",
                String.join(
                        ",",
                        finding("staging", "held"),
                        finding("production", "held"),
                        pair(rule, "development", "staging", verdict),
                        pair(rule, from, to, "held"),
                        pair(rule, "production", "staging", "broken")));

        Cli.Said said = cli().run("compare", all, "staging", "production");

        assertThat(said.out()).contains(told);
        assertThat(said.code()).isEqualTo(verdict.equals("held") ? ExitCode.OPEN : ExitCode.BROKEN);
    }

    @Test
    void refuses_a_file_without_an_end() {
        Cli.Said said = cli().run("compare", "/dev/zero", "staging");

        assertThat(said.code()).isEqualTo(ExitCode.USAGE);
        assertThat(said.err()).contains("/dev/zero: larger than 64 MB");
    }

    private static String pair(String rule, String environment, String other, String verdict) {
        return finding(environment, verdict)
                .replace("cors/a", rule)
                .replace("\"verdict\"", "\"other\": \"" + other + "\", \"verdict\"");
    }

    private Cli cli() {
        return new Cli(folder, Map.of());
    }

    @Test
    void leaves_out_and_names_an_environment_that_one_run_did_not_verify() throws IOException {
        String full = file("full", finding("staging", "held") + "," + finding("production", "held"));

        Cli.Said said = cli().run("compare", full, write("after", "held"));

        assertThat(said.code()).isEqualTo(ExitCode.OPEN);
        assertThat(said.err()).contains("not compared: production is in one of the files only");
        assertThat(cli().run("compare", full, file("nothing", "")).err()).contains("no environment is in both files");
    }

    /** Beside a rule that both runs held. */
    private String write(String name, String verdict) throws IOException {
        String other = finding("staging", "held").replace("cors/a", "cors/other");
        return file(name, verdict == null ? other : other + "," + finding("staging", verdict));
    }

    private String file(String name, String findings) throws IOException {
        Files.writeString(
                folder.resolve(name + ".json"), "{\"system\": \"job-platform\", \"findings\": [" + findings + "]}");
        return name + ".json";
    }

    private static String finding(String environment, String verdict) {
        return "{\"rule\": \"cors/a\", \"environment\": \"" + environment + "\", \"verdict\": \"" + verdict
                + "\", \"saw\": \"seen\"}";
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.copy(Path.of(file), folder.resolve(file));
    }
}
