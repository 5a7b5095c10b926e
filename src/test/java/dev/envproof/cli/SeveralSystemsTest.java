package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code -Dsystem=all} and a comma list: one gate, one set of reports. */
class SeveralSystemsTest {
    @TempDir
    private Path folder;

    @Test
    void all_are_named_first_and_verified_under_one_gate() throws Exception {
        try (OneService shop = new OneService(turn -> OneService.OK);
                OneService store = new OneService(turn -> OneService.ILL)) {
            Cli.Said said = twoSystems(shop, store).run("-Dsystem=all");

            assertThat(said.code()).isEqualTo(ExitCode.BROKEN);
            assertThat(said.out())
                    .startsWith("envproof: 2 systems, one gate\n"
                            + "envproof: system shop, suite full: 1 rule x 1 environment\n  staging: remote http://")
                    .contains("envproof: system store, suite full: 1 rule x 1 environment\n")
                    .contains("store/staging", "shop: 1 rule ran against 1 environment: 1 held")
                    .endsWith("gate: CLOSED\n");
            assertThat(verdict().at("/systems").findValuesAsText("system")).containsExactly("shop", "store");
            assertThat(verdict().at("/reasons/0").asText()).startsWith("store/staging: ");
            assertThat(Files.readString(folder.resolve("reports/junit.xml"))).contains("name=\"store/staging health\"");
        }
    }

    @Test
    void a_later_run_is_compared_with_this_one() throws Exception {
        try (OneService shop = new OneService(turn -> OneService.OK);
                OneService store = new OneService(turn -> turn == 0 ? OneService.OK : OneService.ILL)) {
            Cli cli = twoSystems(shop, store);
            assertThat(cli.run("-Dsystem=shop,store").code()).isEqualTo(ExitCode.OPEN);
            Files.copy(folder.resolve("reports/findings.json"), folder.resolve("good.json"));

            cli.run("-Dsystem=all");

            assertThat(cli.run("compare", "good.json", "reports/findings.json").out())
                    .contains("store/staging")
                    .doesNotContain("shop/staging");
            assertThat(verdict().at("/history/runs").asInt()).isEqualTo(2);
        }
    }

    @Test
    void an_environment_may_be_chosen_in_one_system() throws Exception {
        try (OneService shop = new OneService(turn -> OneService.OK);
                OneService store = new OneService(turn -> OneService.ILL)) {
            Cli.Said said = twoSystems(shop, store).run("-Dsystem=all", "-Denv=shop/staging");

            assertThat(said.code()).isEqualTo(ExitCode.OPEN);
            assertThat(said.out()).contains("store: no environment of it is asked for\n");
            assertThat(verdict().at("/environments/0").asText()).isEqualTo("staging");
        }
    }

    @Test
    void one_variable_is_not_the_address_of_two_systems() throws Exception {
        try (OneService shop = new OneService(turn -> OneService.OK)) {
            assertThat(twoSystems(shop, shop).run("-Dsystem=all").err())
                    .contains("shop/staging and store/staging: one address for two systems");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -Dsystem=all -Dshard=1/2           | -Dshard: a shard is a part of one system's suite; name one with -Dsystem
            -Dsystem=all -Dlatency.baseline=a  | -Dlatency.baseline: the file holds one system's latencies
            -Dsystem=shop,stor                 | -Dsystem=stor: unknown system; did you mean `store`? known: shop, store
            -Dsystem=all -Denv=live            | -Denv=live: unknown environment; known: staging, shop/staging, store/staging
            -Denv=staging                      | -Dsystem=job-platform: unknown system; known: shop, store
            -Dsystem=shop,store -Dfault=cors/reflect-any-origin | the replica of job-platform shows it, and no other
            fingerprints -Dsystem=all -Denv=staging | -Dsystem: takes one system here; one of shop, store
            proof -Dsystem=shop                | proof: nothing is shown on the replica of shop; known: job-platform, insurance
            proof -Dsystem=nowhere             | -Dsystem=nowhere: unknown system; known: shop, store
            replica -Dsystem=all               | -Dsystem: takes one system here; one of shop, store
            replica -Denv=staging              | -Denv=staging: unknown flag; accepted: -Dsystem=
            """)
    void what_is_one_systems_alone_is_refused_in_a_sentence(String arguments, String sentence) throws Exception {
        try (OneService shop = new OneService(turn -> OneService.OK);
                OneService store = new OneService(turn -> OneService.OK)) {
            Cli.Said said = twoSystems(shop, store).run(arguments.split(" "));

            assertThat(said.code()).isEqualTo(ExitCode.USAGE);
            assertThat(said.err()).contains(sentence);
        }
    }

    private Cli twoSystems(OneService shop, OneService store) throws IOException {
        Cli cli = shop.cli(folder, OneService.suite(1));
        for (String file : List.of("system", "staging")) {
            Path made = folder.resolve("environments/store/" + file + ".yaml");
            Files.createDirectories(made.getParent());
            Files.writeString(
                    made,
                    Files.readString(folder.resolve("environments/shop/" + file + ".yaml"))
                            .replace("system: shop", "system: store")
                            .replace("${STAGING_URL:}", "${STORE_URL:}"));
        }
        return new Cli(folder, Map.of("STAGING_URL", cli.variables().get("STAGING_URL"), "STORE_URL", store.url()));
    }

    private JsonNode verdict() throws IOException {
        return new ObjectMapper()
                .readTree(folder.resolve("reports/verdict.json").toFile());
    }
}
