package dev.envproof.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Environment.Exposure;
import dev.envproof.environment.RoutingHeader.UnknownValue;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.SystemUnderTest.Service;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shipped files become. */
class EnvironmentsTest {
    private static final Path FOLDER = Path.of("environments", "job-platform");

    @Test
    void loads_every_part_of_the_job_platform() {
        SystemUnderTest system = Environments.load(FOLDER, Map.of(), Map.of());

        assertThat(system.name()).isEqualTo("job-platform");
        assertThat(system.environments())
                .extracting(Environment::name)
                .containsExactly("development", "production", "staging");
        assertThat(system.services())
                .extracting(Service::name)
                .containsExactly("job-enricher", "job-extractor", "job-matcher", "resume-parser");
        assertThat(system.routes()).contains(new Route("/api/job-matcher/", "job-matcher"));
        assertThat(system.promotion()).containsExactly("development", "staging", "production");
        assertThat(system.stores()).extracting(Store::name).containsExactly("database", "storage");
        assertThat(system.health())
                .hasValueSatisfying(health -> assertThat(health.optional()).containsExactly("disabled"));
    }

    @Test
    void loads_what_staging_declares() {
        Environment staging = staging(Map.of(), Map.of());

        assertThat(staging.url()).isEmpty();
        assertThat(staging.urlVariable()).isEqualTo("STAGING_URL");
        assertThat(staging.replica()).contains(ReplicaChoice.BuiltIn.AUTO);
        assertThat(staging.canaries()).containsExactlyInAnyOrder("records", "objects");
        assertThat(staging.apiDocumentation()).isEqualTo(Exposure.CLOSED);
        assertThat(staging.rateLimit()).contains(new RateLimit("/api/resume-parser/parse", 2, 40, 429));
        assertThat(staging.secrets()).hasSize(4);
    }

    @Test
    void loads_a_compose_file_with_what_answers_in_it() {
        String compose = "{ compose: compose.yaml, project: shop, env-file: '', edge: 'http://web:8080/' }";
        Environment staging = staging(Map.of(), Map.of("staging.replica", compose, "staging.docker", "{}"));

        assertThat(staging.compose())
                .contains(new ReplicaChoice.Compose(
                        FOLDER.resolve("compose.yaml"),
                        Optional.of("shop"),
                        Optional.empty(),
                        new ReplicaChoice.Inside("http", "web", 8080)));
    }

    @Test
    void fills_in_a_variable_of_the_process() {
        assertThat(staging(Map.of("STAGING_URL", "https://staging.example.com"), Map.of())
                        .url())
                .contains(URI.create("https://staging.example.com/"));
    }

    @Test
    void an_overlay_declares_something_else_for_one_load() {
        Map<String, String> overlay = Map.of(
                "system.routing-header.unknown-value", "refused",
                "staging.cors.origins.1", "'https://second.jobs.example'",
                "staging.rate-limit", "off");
        SystemUnderTest system = Environments.load(FOLDER, Map.of(), overlay);

        assertThat(system.routingHeader())
                .hasValueSatisfying(header -> assertThat(header.unknownValue()).isEqualTo(UnknownValue.REFUSED));
        Environment staging = staging(Map.of(), overlay);
        assertThat(staging.rateLimit()).isEmpty();
        assertThat(staging.cors())
                .hasValueSatisfying(cors -> assertThat(cors.origins())
                        .isEqualTo(List.of("https://staging.jobs.example", "https://second.jobs.example")));
    }

    @Test
    void line_ends_of_any_operating_system_are_alike(@TempDir Path above) {
        SystemCopy copy = new SystemCopy(above);
        SystemUnderTest unix = Environments.load(copy.folder(), Map.of(), Map.of());
        copy.write("staging.yaml", copy.text("staging.yaml").replace("\n", "\r\n"));

        assertThat(Environments.load(copy.folder(), Map.of(), Map.of())).isEqualTo(unix);
    }

    @Test
    void two_dollars_stand_for_the_characters_themselves() {
        Map<String, String> overlay = Map.of("staging.log-files", "{ job-matcher: '$${LOGS}/${NAME:matcher}.log' }");

        assertThat(staging(Map.of("LOGS", "other"), overlay).logFiles())
                .isEqualTo(Map.of("job-matcher", FOLDER.resolve("${LOGS}/matcher.log")));
    }

    @Test
    void a_folder_of_systems_that_is_not_there_is_one_problem(@TempDir Path above) {
        assertThatThrownBy(() -> Environments.systems(above.resolve("environments")))
                .isInstanceOf(BadEnvironmentFiles.class)
                .hasMessageEndingWith("environments: no folder that can be read; accepted: the folder `environments`"
                        + " where envproof is started");
    }

    @Test
    void a_system_whose_file_leads_nowhere_is_one_all_the_same(@TempDir Path above) throws IOException {
        Files.createSymbolicLink(
                Files.createDirectory(above.resolve("shop")).resolve("system.yaml"), Path.of("no-such-file"));
        assertThat(Environments.systems(above)).containsExactly("shop");
    }

    @Test
    void lists_the_systems_of_the_folder() {
        assertThat(Environments.systems(Path.of("environments")))
                .containsExactly(
                        "curriculum-extractor", "event-api", "exam-platform", "insurance-navigator", "job-platform");
    }

    private static Environment staging(Map<String, String> processEnvironment, Map<String, String> overlay) {
        return Environments.load(FOLDER, processEnvironment, overlay)
                .environment("staging")
                .orElseThrow();
    }
}
