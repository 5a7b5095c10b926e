package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.fault.Fault;
import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {
    @TempDir
    Path scratch;

    @Test
    void the_failure_of_one_part_is_told_once_all_others_are_done() {
        List<String> progress = new ArrayList<>();
        assertThatThrownBy(() -> StartUp.all(List.of(part("bad", true), part("good", false)), progress::add))
                .isInstanceOf(ReplicaException.class)
                .hasMessage("bad can't start");
        assertThat(progress).singleElement().asString().startsWith("replica: good ready in ");
    }

    @Test
    void what_only_containers_can_show_is_refused_before_anything_starts() {
        List<String> progress = new ArrayList<>();
        assertThatThrownBy(() -> EmbeddedReplica.start(
                        JobPlatform.SYSTEM, Set.of(Fault.ISOLATION_NETWORK_SHARED), progress::add))
                .isInstanceOf(ReplicaException.class)
                .hasMessageStartingWith("isolation/network-shared: one network holds staging and production; only");
        assertThat(progress).isEmpty();
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (LoopbackServer taken = LoopbackServer.listening("first", 0, request -> Answer.empty(204))) {
            assertThatThrownBy(() -> LoopbackServer.listening("second", taken.port(), request -> Answer.empty(204)))
                    .isInstanceOf(ReplicaException.class)
                    .hasMessageContaining("second could not listen on 127.0.0.1:" + taken.port());
            EdgeProxy edge =
                    new EdgeProxy("public", taken.port(), () -> new Shape(JobPlatform.SYSTEM, Set.of(), Map.of()));
            assertThatThrownBy(edge::start)
                    .isInstanceOf(ReplicaException.class)
                    .hasMessageContaining("edge public could not listen on 127.0.0.1:" + taken.port());
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_named() {
        assertThatThrownBy(() -> RunFolder.createIn(scratch.resolve("missing")))
                .isInstanceOf(ReplicaException.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("make it writable");
    }

    @Test
    void a_database_server_whose_port_is_taken_meanwhile_starts_at_the_next() throws Exception {
        int free = ServerPort.free();
        try (Socket client = new Socket();
                RunFolder folder = RunFolder.createIn(scratch)) {
            client.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var ports = List.of(client.getLocalPort(), free).iterator();
            try (PostgresProcess server =
                    new PostgresProcess("staging", folder.path(), ports::next, Duration.ofSeconds(6))) {
                server.start("made-up");
                assertThat(server.port()).isEqualTo(free);
            }
        }
    }

    @Test
    void a_database_server_never_takes_another_one_at_its_port_for_itself() throws Exception {
        try (RunFolder folder = RunFolder.createIn(scratch);
                PostgresProcess first = new PostgresProcess("production", folder.path())) {
            first.start("made-up");
            trustEveryone(first, folder.path().resolve("postgres-production"));
            PostgresProcess second = new PostgresProcess("staging", folder.path(), first::port, Duration.ofSeconds(6));
            assertThatThrownBy(() -> second.start("made-up"))
                    .isInstanceOf(ReplicaException.class)
                    .hasMessageContaining("another server answers at its port");
        }
    }

    private static void trustEveryone(PostgresProcess server, Path data) throws Exception {
        Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\n");
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/postgres?user=postgres&password=made-up";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
    }

    @Test
    void a_server_port_is_none_that_systems_hand_to_clients() {
        assertThat(IntStream.range(0, 50).map(i -> ServerPort.free()))
                .allMatch(port -> port >= ServerPort.LOWEST && port < ServerPort.END);
    }

    @Test
    void a_database_server_that_cannot_start_is_named_and_leaves_nothing() throws Exception {
        Project project = Project.random("staging", true);
        RunFolder folder = RunFolder.createIn(scratch);
        try (folder) {
            Files.createFile(folder.path().resolve("postgres-staging"));
            assertThatThrownBy(
                            new PostgresCluster(project, new PostgresProcess("staging", folder.path()), false)::start)
                    .isInstanceOf(ReplicaException.class)
                    .hasMessageStartingWith("postgres staging could not start: ")
                    .hasMessageNotContaining(project.databasePassword());
        }
        assertThat(folder.path()).doesNotExist();
    }

    private static Component part(String name, boolean fails) {
        return new Component() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void start() {
                if (fails) {
                    throw new ReplicaException(name + " can't start");
                }
            }

            @Override
            public void close() {
                throw new ReplicaException("never started, never closed");
            }
        };
    }
}
