package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    void a_database_server_that_cannot_start_is_named_and_leaves_nothing() throws Exception {
        Project project = Project.random("staging");
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
