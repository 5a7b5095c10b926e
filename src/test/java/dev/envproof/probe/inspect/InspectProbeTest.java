package dev.envproof.probe.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.SocketWire;
import dev.envproof.probe.inspect.Mount.Kind;
import dev.envproof.probe.store.Fact;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the probe makes of an engine's answers, and of an engine that does not give them. */
class InspectProbeTest {
    private static final String ID = "f".repeat(64);
    private static final String LISTED = """
            [{'Id':'%s','Names':['/shop-db-1'],'Labels':{'com.docker.compose.project':'staging',
              'com.docker.compose.service':'db'}},
             {'Id':'%s','Names':['/stranger'],'Labels':{}}]""".formatted(ID, "0".repeat(64));
    private static final String INSPECTED = """
            {'Id':'%s','Name':'/shop-db-1','Image':'sha256:aa',
             'State':{'Running':true,'StartedAt':'2026-11-25T01:00:00.5Z','Health':{'Status':'healthy'}},
             'Config':{'Image':'local/postgres:15','Labels':{'note':'made-up-access'},
               'Env':['DATABASE_URL_STAGING=postgresql://u:made-up-password@db:5432/app','EMPTY=','ODD'],
               'Healthcheck':{'Test':['CMD','true']}},
             'HostConfig':{'NetworkMode':'shop_default'},
             'Mounts':[{'Type':'volume','Name':'shop_data','Source':'/var/lib/x','Destination':'/data','RW':true},
               {'Type':'bind','Source':'/srv/app.conf','Destination':'/etc/app.conf','RW':false},
               {'Type':'tmpfs','Source':'','Destination':'/run','RW':true}],
             'NetworkSettings':{'Ports':{'5432/tcp':[{'HostIp':'0.0.0.0','HostPort':'15432'}],'9/udp':null},
               'Networks':{'shop_default':{'NetworkID':'n1','Aliases':['DB','ffffffffffff']}}}}""".formatted(ID);

    @TempDir
    private Path folder = Path.of("");

    private FakeEngine engine;

    @BeforeEach
    void start() throws IOException {
        engine = new FakeEngine()
                .answers(FakeEngine.CONTAINERS, LISTED)
                .answers("/containers/" + ID + "/json", INSPECTED)
                .answers("/networks", "[{'Id':'n1','Labels':{'com.docker.compose.project':'staging'}}]")
                .answers("/volumes", "{'Volumes':[{'Name':'shop_data','Options':{'o':'bind','device':'/srv/data'}}]}");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void every_part_of_a_container_is_seen_and_no_value_is_kept() {
        InspectProbe.Seen seen = look(project("staging"));

        Container database = seen.containers().known().orElseThrow().get(0);
        assertThat(seen.containers().known().orElseThrow()).hasSize(1);
        assertThat(database.name()).isEqualTo("shop-db-1");
        assertThat(database.stores()).containsExactly("database");
        assertThat(database.health()).contains("healthy");
        assertThat(database.imageId()).isEqualTo("sha256:aa");
        assertThat(database.published()).containsExactly(new PublishedPort("5432/tcp", "0.0.0.0", "15432"));
        assertThat(database.mounts())
                .containsExactly(
                        new Mount(Kind.VOLUME, "shop_data", "/srv/data", "/data", true),
                        new Mount(Kind.BIND, "/srv/app.conf", "/srv/app.conf", "/etc/app.conf", false),
                        new Mount(Kind.MEMORY, "", "", "/run", true));
        assertThat(database.networks()).singleElement().satisfies(network -> {
            assertThat(network.project()).contains("staging");
            assertThat(network.names()).containsExactlyInAnyOrder("db", "shop-db-1");
        });
        assertThat(database.variables()).containsOnlyKeys("DATABASE_URL_STAGING", "EMPTY");
        assertThat(seen.toString()).doesNotContain("made-up-password").doesNotContain("made-up-access");
    }

    @Test
    void the_host_of_a_url_is_another_one_inside_a_network() {
        InspectProbe.Seen seen = look(project("staging"));

        Map<String, String> running =
                seen.containers().known().orElseThrow().get(0).variables();
        assertThat(running.get("DATABASE_URL_STAGING"))
                .isEqualTo(seen.declaredValues().get("DATABASE_URL_STAGING"));
    }

    @Test
    void a_part_that_no_container_is_becomes_known_as_absent() {
        Containers declared = Containers.named(Map.of(), Map.of("database", "nowhere"), Set.of());

        assertThat(look(declared).absent()).containsExactly("nowhere");
        assertThat(why(look(declared))).isEqualTo("resolve: the engine has no container of this environment");
    }

    @Test
    void what_serves_a_sibling_too_is_told() {
        Containers one =
                Containers.named(Map.of("job-matcher", "stranger", "resume-parser", "shop-db-1"), Map.of(), Set.of());
        InspectProbe.Seen seen = look(one, Containers.named(Map.of(), Map.of("database", "shop-db-1"), Set.of()));

        assertThat(seen.containers().known().orElseThrow())
                .singleElement()
                .satisfies(container -> assertThat(container.alsoOf()).containsExactly("production"));
    }

    @Test
    void a_project_that_two_environments_share_is_told_apart_by_its_parts() {
        Containers sibling = Containers.named(Map.of(), Map.of("database", "other-db"), Set.of())
                .in("staging");
        InspectProbe.Seen seen = look(project("staging"), sibling);

        assertThat(seen.containers().known().orElseThrow())
                .singleElement()
                .satisfies(container -> assertThat(container.alsoOf()).isEmpty());
    }

    @Test
    void an_engine_that_refuses_is_told_with_the_stage() {
        engine.failing(500);
        assertThat(why(look(project("staging"))))
                .startsWith("headers: the engine at ")
                .contains("answers 500");
        engine.failing(200).answers(FakeEngine.CONTAINERS, "[{");
        assertThat(why(look(project("staging")))).startsWith("parse: ");
    }

    @Test
    void an_engine_that_is_not_there_is_told_with_the_stage() throws IOException {
        Path socket = folder.resolve("docker.sock");
        assertThat(why(look(EngineAddress.at(socket)))).startsWith("connect: the Docker engine at " + socket);
        Files.createFile(socket);
        assertThat(why(look(EngineAddress.at(socket)))).startsWith("connect: ");
    }

    @Test
    void an_address_that_can_not_be_asked_is_told_with_those_that_can() {
        assertThatThrownBy(() -> EngineAddress.of(Map.of(), folder, folder))
                .isInstanceOf(EngineFailure.class)
                .hasMessageContaining("DOCKER_HOST is not set");
        assertThatThrownBy(() -> EngineAddress.of(Map.of("DOCKER_HOST", "ssh://far.example"), folder, folder))
                .hasMessageStartingWith("resolve: DOCKER_HOST names no engine")
                .hasMessageContaining("unix:///var/run/docker.sock");
    }

    @Test
    void the_first_socket_that_is_there_is_taken() throws IOException {
        Path socket = folder.resolve(".docker/run/docker.sock");
        Files.createDirectories(socket.getParent());
        Files.createFile(socket);

        assertThat(EngineAddress.of(Map.of(), folder.resolve("root"), folder)).isEqualTo(EngineAddress.at(socket));
    }

    private static Containers project(String name) {
        return new Containers(
                Optional.of(name),
                Map.of(),
                Map.of("database", "db"),
                Set.of(),
                Set.of(),
                Set.of(),
                Containers.StorePorts.LOOPBACK);
    }

    private static String why(InspectProbe.Seen seen) {
        return seen.containers() instanceof Fact.Unknown<List<Container>> unknown ? unknown.why() : "";
    }

    private InspectProbe.Seen look(Containers declared) {
        return look(declared, Containers.named(Map.of(), Map.of(), Set.of()));
    }

    private InspectProbe.Seen look(Containers ofStaging, Containers ofProduction) {
        return look(engine.address(), ofStaging, ofProduction);
    }

    private static InspectProbe.Seen look(EngineAddress address) {
        return look(address, project("staging"), project("production"));
    }

    private static InspectProbe.Seen look(EngineAddress address, Containers ofStaging, Containers ofProduction) {
        Map<String, String> variables =
                Map.of("DATABASE_URL_STAGING", "postgresql://u:made-up-password@127.0.0.1:15432/app");
        List<Target> all = SampleSystem.targets(URI.create("http://127.0.0.1:1/"), Engine.REMOTE, variables);
        List<Target> targets = List.of(all.get(0).in(ofStaging), all.get(1).in(ofProduction));
        Redaction redaction = Redaction.of(List.of("made-up-access"));
        Lookout lookout = new Lookout(
                new SocketWire(redaction),
                redaction,
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                Duration.ofSeconds(10));
        return new InspectProbe(() -> address, Duration.ofSeconds(5)).look(targets.get(0), lookout);
    }
}
