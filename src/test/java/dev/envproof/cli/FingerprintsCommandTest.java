package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsCommandTest {
    private static final String PASSPHRASE = "moss-Lantern-9-orbit-quilt";
    private static final String KEY = "kT4vQ9xZr2LmW8sYc6HbN3pJd7FgA5uE";

    @TempDir
    private Path folder;

    @BeforeEach
    void a_system_of_two_environments() throws IOException {
        Path shop = Files.createDirectories(folder.resolve("environments/shop"));
        Files.writeString(shop.resolve("system.yaml"), """
                system: shop
                services: { api: { stores: [] } }
                routes: [{ path: /api/, service: api }]
                edges: { public: { default-environment: production } }
                health: { path: health, status: /status, healthy: [ok], environment: /environment, checks: /checks }
                """);
        for (String name : new String[] {"staging", "production"}) {
            Files.writeString(
                    shop.resolve(name + ".yaml"),
                    "environment: " + name + "\nedge: public\nreplica: auto\nsecrets: [{ variable: API_KEY }]\n");
        }
    }

    /** One key, because it takes its time; the other runner's file is made from the first one's. */
    @Test
    void two_runners_find_the_secret_that_they_share_and_learn_when_nothing_is_shared() throws IOException {
        String staging = written("staging", KEY);
        String production = staging.replace("\"environment\" : \"staging\"", "\"environment\" : \"production\"");
        Files.writeString(folder.resolve("production.json"), production);

        Cli.Said said = new Cli(folder, Map.of()).run("fingerprints", "staging.json", "production.json");

        assertThat(said.code()).isEqualTo(ExitCode.BROKEN);
        assertThat(said.out())
                .containsPattern("staging \\(1 secret, \\S+Z\\), production \\(1 secret, \\S+Z\\): BROKEN")
                .contains("  API_KEY of staging and API_KEY of production hold the same secret")
                .doesNotContain(KEY);

        Files.writeString(
                folder.resolve("production.json"),
                production.replaceAll(
                        "(?s)\"fingerprints\" : \\[[^]]*]", "\"fingerprints\" : [\"" + "0".repeat(64) + "\"]"));

        assertThat(new Cli(folder, Map.of())
                        .run("fingerprints", "staging.json", "production.json")
                        .code())
                .isEqualTo(ExitCode.OPEN);
    }

    @Test
    void says_what_is_missing() {
        Cli cli = new Cli(folder, Map.of());

        assertThat(cli.run("fingerprints", "-Denv=staging").err()).contains("ENVPROOF_PASSPHRASE: not set; accepted: ");
        assertThat(cli.run("fingerprints").err()).contains("takes -Denv, or two files or more");
        assertThat(cli.run("fingerprints", "a.json").err()).contains("takes -Denv, or two files or more");
        assertThat(cli.run("fingerprints", "a.json", "b.json").err()).contains("a.json: no such file; accepted: ");
        assertThat(cli.run("fingerprints", "-Dsystem=shop").err()).contains("one environment a file");
        assertThat(cli.run("fingerprints", "-Denv=stagin").err()).contains("did you mean `staging`?");
        assertThat(cli.run("fingerprints", "-Dsuite=smoke").err()).contains("fingerprints -Dsuite=smoke: unknown flag");
        assertThat(cli.run("fingerprints", "-Denvi=staging").err()).contains("did you mean `-Denv=`?");
        assertThat(cli.run("fingerprints", "-Denv=staging", "a.json").code()).isEqualTo(ExitCode.USAGE);
    }

    private String written(String environment, String key) throws IOException {
        Map<String, String> variables = Map.of("API_KEY", key, "ENVPROOF_PASSPHRASE", PASSPHRASE);
        Cli.Said said = new Cli(folder, variables).run("fingerprints", "-Denv=" + environment);
        assertThat(said.code()).as(said.err()).isEqualTo(ExitCode.OPEN);
        Files.writeString(folder.resolve(environment + ".json"), said.out());
        return said.out();
    }
}
