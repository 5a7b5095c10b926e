package dev.envproof.replica.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.replica.Owner;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.compose.Box.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be told of compose files without a Docker engine. */
class ComposeTest {
    private static final String URL = "postgresql://shop:made-up-password@db:5432/shop?sslmode=disable";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_projects_name_tells_whose_it_is() {
        ProjectName live = ProjectName.ofThisProcess("staging");
        ProjectName dead = new ProjectName(live.host(), new Owner(live.owner().pid(), 1), "staging");
        ProjectName elsewhere = new ProjectName("00000000", dead.owner(), "staging");

        assertThat(ProjectName.parse(live.toString())).contains(live);
        assertThat(live.isLeftover()).isFalse();
        assertThat(ProjectName.parse(dead.toString()).orElseThrow().isLeftover())
                .isTrue();
        assertThat(elsewhere.isLeftover()).as("a process id of another host").isFalse();
        assertThat(ProjectName.parse("shop")).isEmpty();
        assertThat(ProjectName.parse("envproof-shop")).isEmpty();
    }

    @Test
    void without_a_program_both_are_named() {
        assertThatThrownBy(() -> ComposeProgram.find(List.of(List.of("no-such-program-here"))))
                .isInstanceOf(ReplicaException.class)
                .hasMessageContaining("neither `docker compose`")
                .hasMessageContaining("nor `docker-compose` can be run");
    }

    @Test
    void the_first_program_that_answers_is_taken() {
        assertThat(ComposeProgram.find(List.of(List.of("no-such-program-here"), List.of("echo"))))
                .isEqualTo(new ComposeProgram(List.of("echo"), "version --short"));
    }

    @Test
    void values_under_telling_names_are_hidden_wherever_they_were_read() throws IOException {
        Path file = folder.resolve("compose.yml");
        Files.writeString(file, "services: {db: {environment: {DB_PASSWORD: made-up-one, LOG_LEVEL: debug-level}}}");
        Files.writeString(folder.resolve(".env"), "API_TOKEN=\"made-up-two\"\n");
        SecretTexts secrets = new SecretTexts()
                .addFile(file)
                .addFile(folder.resolve(".env"))
                .addFile(folder.resolve("nowhere"))
                .addVariables(Map.of("DATABASE_URL", URL, "SHOP", "made-up-name"));

        assertThat(secrets.redaction()
                        .redact("made-up-one made-up-two made-up-password debug-level made-up-name " + URL))
                .isEqualTo("[redacted] [redacted] [redacted] debug-level made-up-name [redacted]");
    }

    @Test
    void what_a_container_calls_its_store_has_an_address_out_here() {
        Target target = reached(Map.of(80, new Place("127.0.0.1", 4001)));

        assertThat(target.engine()).isEqualTo(Engine.COMPOSE);
        assertThat(target.edge()).isEqualTo(URI.create("http://127.0.0.1:4001/"));
        assertThat(target.variables().asMap())
                .isEqualTo(Map.of("DATABASE_URL", URL.replace("db:5432", "172.18.0.3:5432")));
        assertThat(target.containers().orElseThrow().project())
                .contains(ProjectName.ofThisProcess("staging").toString());
        assertThat(target.containers().orElseThrow().store("database")).contains("db");
    }

    @Test
    void an_unpublished_edge_is_reached_at_its_container() {
        assertThat(reached(Map.of()).edge()).isEqualTo(URI.create("http://172.18.0.2:80/"));
    }

    @Test
    void a_part_that_ended_well_is_ready_and_one_that_ended_badly_never_is() {
        assertThat(box("exited", 0, Optional.empty()).isReady()).isTrue();
        assertThat(box("running", 0, Optional.of("starting")).isReady()).isFalse();
        assertThat(box("exited", 3, Optional.empty()).failure()).contains("exited with code 3");
        assertThat(box("restarting", 1, Optional.empty()).failure()).isPresent();
        assertThat(box("running", 0, Optional.of("unhealthy")).failure()).isPresent();
        assertThat(box("running", 0, Optional.of("healthy")).failure()).isEmpty();
    }

    private Target reached(Map<Integer, Place> published) {
        SystemUnderTest system = Shop.copiedTo(folder).system(Map.of());
        ComposeProgram program = new ComposeProgram(List.of("echo"), "1");
        ComposeProject project = Projects.of(system, program).get(1);
        Box web = box("web", Map.of("DATABASE_URL", URL), published, "172.18.0.2");
        Box db = box("db", Map.of("POSTGRES_USER", "x"), Map.of(), "172.18.0.3");
        return new Reached(system, project, List.of(db, web)).target();
    }

    private static Box box(
            String service, Map<String, String> variables, Map<Integer, Place> published, String address) {
        return new Box("1", service, "running", 0, Optional.empty(), variables, published, List.of(address));
    }

    private static Box box(String status, long exitCode, Optional<String> health) {
        return new Box("1", "web", status, exitCode, health, Map.of(), Map.of(), List.of());
    }
}
