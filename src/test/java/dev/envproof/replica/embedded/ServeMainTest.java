package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.UnknownValue;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServeMainTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing",
                "edge",
                "edge nowhere",
                "service public",
                "service public nobody",
                "stores more",
                "--write-env"
            })
    void what_it_does_not_know_is_answered_with_its_usage(String arguments) {
        assertThat(run(Map.of(), arguments.split(" ", -1))).isEqualTo(ServeMain.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("usage: ");
    }

    @Test
    void a_fault_that_does_not_exist_is_an_error() {
        assertThat(run(Map.of("ENVPROOF_FAULTS", "routing/nonsense"), "edge", "public"))
                .isEqualTo(ServeMain.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("ENVPROOF_FAULTS");
    }

    @Test
    void faults_and_look_alikes_are_taken_with_what_they_declare() {
        ServeSettings settings =
                ServeSettings.of(Map.of("ENVPROOF_FAULTS", "routing/header-dropped, routing/unknown-value-refused"));
        assertThat(settings.deviations())
                .containsExactlyInAnyOrder(Fault.ROUTING_HEADER_DROPPED, LookAlike.ROUTING_UNKNOWN_VALUE_REFUSED);
        assertThat(settings.system().routingHeader())
                .map(RoutingHeader::unknownValue)
                .contains(UnknownValue.REFUSED);
    }

    @Test
    void a_part_tells_where_it_is_and_stops_when_its_input_ends() {
        assertThat(run(Map.of(), "edge", "public")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("export STAGING_URL='http://127.0.0.1:", "export PRODUCTION_URL='http://127.0.0.1:")
                .endsWith("ready\n");
    }

    @Test
    void the_file_of_variables_is_its_owners_alone() throws IOException {
        Path file = folder.resolve("edge.env");
        assertThat(run(Map.of(), "edge", "local", "--write-env", file.toString()))
                .isZero();
        assertThat(file).content().contains("export DEVELOPMENT_URL='http://127.0.0.1:");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
    }

    private int run(Map<String, String> environment, String... arguments) {
        return new ServeMain(
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(arguments), environment);
    }
}
