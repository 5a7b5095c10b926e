package dev.envproof.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportTest {
    private static final String SYSTEMS = """
            job-platform  | nginx.conf .env
            exam-platform | compose.yml .env
            event-api     | docker-compose.dev.yml docker-compose.staging.yml docker-compose.prod.yml
            extractor     | docker-compose.yml docker-compose.override.yml .env .env.production
            """;

    @TempDir
    private Path root;

    private Folder folder = new Folder(Path.of(""));

    @BeforeEach
    void make_the_folder() {
        folder = new Folder(root);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SYSTEMS)
    void writes_what_the_golden_file_holds(String system, String files) {
        String said = folder.with(system).importing(system, files.split(" ", -1));

        String text = said + "\n" + folder.allWritten(system);
        assertThat(text).isEqualTo(Folder.golden(system, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SYSTEMS)
    void what_it_writes_loads(String system, String files) {
        folder.with(system).importing(system, files.split(" ", -1));

        SystemUnderTest loaded = Environments.load(folder.environments().resolve(system), Map.of(), Map.of());
        assertThat(loaded.environments()).hasSizeGreaterThan(1);
        assertThat(loaded.routes()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = SYSTEMS)
    void no_value_of_a_secret_gets_out(String system, String files) {
        String said = folder.with(system).importing(system, files.split(" ", -1));

        assertThat(said).startsWith("wrote ").doesNotContainIgnoringCase("canary");
        assertThat(folder.allWritten(system)).contains("secrets:").doesNotContainIgnoringCase("canary");
    }

    @Test
    void takes_the_environment_of_a_file_from_the_command_line() {
        folder.write("a.yml", "services: { api: { image: shop, ports: ['3000:80'] } }");
        folder.write("b.yml", "services: { api: { image: shop, ports: ['3001:80'] } }");

        assertThat(folder.importing("shop", "qa=a.yml", "dev=b.yml")).startsWith("wrote ");
        assertThat(folder.written("shop", "qa")).contains("url: ${QA_URL:} # not told: the host of port 3000");
        assertThat(folder.written("shop", "development")).contains("aliases: [dev]", "http://localhost:3001");
    }

    @Test
    void an_override_completes_each_environments_services() {
        folder.write(
                "compose.yml", "services: { api: { image: shop, labels: [\"traefik.http.routers.a.tls=true\"] } }");
        folder.write(
                "compose.staging.yml",
                "services: { api: { labels: [\"traefik.http.routers.a.rule=Host(`stg.shop.example`)\"] } }");
        folder.write(
                "compose.prod.yml",
                "services: { api: { labels: [\"traefik.http.routers.a.rule=Host(`shop.example`)\"] } }");

        folder.importing("shop", "compose.yml", "compose.staging.yml", "compose.prod.yml");

        assertThat(Folder.names(folder.environments().resolve("shop")))
                .containsExactly("production.yaml", "staging.yaml", "system.yaml");
        assertThat(folder.written("shop", "staging")).contains("${STAGING_URL:https://stg.shop.example}");
        assertThat(folder.written("shop", "production")).contains("${PRODUCTION_URL:https://shop.example}");
    }

    @Test
    void a_secret_of_two_deployments_gets_a_variable_for_each() {
        folder.write(".env.staging", "JWT_SECRET=a\n");
        folder.write(".env.prod", "JWT_SECRET=b\n");

        folder.importing("shop", ".env.staging", ".env.prod");

        assertThat(folder.written("shop", "staging"))
                .contains("{ variable: JWT_SECRET_STAGING, kind: opaque } # JWT_SECRET in .env.staging:1:1");
        assertThat(folder.written("shop", "production")).contains("variable: JWT_SECRET_PRODUCTION");
    }

    @Test
    void env_files_alone_load_with_a_stand_in_for_the_services() {
        folder.write(".env", "TOKEN=a\n");

        assertThat(folder.importing("shop", ".env"))
                .contains("system: no file tells the services; `app` stands in for them")
                .contains("system: no file names an environment; everything was taken for development");
    }

    @Test
    void replaces_files_only_when_told_to() {
        folder.write(".env.staging", "A_TOKEN=a\n");
        folder.importing("shop", ".env.staging");
        folder.write(".env.staging", "B_TOKEN=a\n");

        assertThat(folder.importing("shop", ".env.staging")).isEqualTo("""
                environments/shop/staging.yaml: is there already; accepted: another name, or --overwrite
                environments/shop/system.yaml: is there already; accepted: another name, or --overwrite
                """);
        assertThat(folder.written("shop", "staging")).contains("A_TOKEN");
        assertThat(folder.importing(true, "shop", ".env.staging")).startsWith("wrote ");
        assertThat(folder.written("shop", "staging")).contains("B_TOKEN").doesNotContain("A_TOKEN");
        assertThat(Folder.names(folder.environments())).containsExactly("shop");
    }

    @Test
    void leaves_everything_as_it_was_where_files_that_stay_do_not_go_with_the_new_ones() {
        folder.write("environments/shop/qa.yaml", "environment: qa\nedge: elsewhere\nreplica: auto\n");
        folder.write(".env.staging", "A_TOKEN=a\n");

        assertThat(folder.importing("shop", ".env.staging"))
                .isEqualTo("environments/shop/qa.yaml:2:7: `edge`: unknown edge `elsewhere`; accepted: staging\n");
        assertThat(Folder.names(folder.environments().resolve("shop"))).containsExactly("qa.yaml");
        assertThat(Folder.names(folder.environments())).containsExactly("shop");
    }
}
