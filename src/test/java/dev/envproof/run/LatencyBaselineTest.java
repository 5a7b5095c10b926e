package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.UnknownName;
import dev.envproof.report.Latency;
import dev.envproof.report.ReportsUnusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyBaselineTest {
    private static final Latency FAST = new Latency(
            "staging", "/health", OptionalDouble.of(0.0001), OptionalDouble.empty(), Double.POSITIVE_INFINITY);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'medianMillis':{'staging':7}}",
                "{'medianMillis':{'staging':[7]}}",
                "{'medianMillis':[7]}",
                "{'medianMillis':{}}",
                "{'medianMillis':{'staging':{'/':7}},'mine':1}",
                "{'medianMillis':{'staging':{'/':7}}} {}",
                "{'medianMillis':{'staging':{'/':'7'}}}",
                "{'medianMillis':{'staging':{'/':0}}}",
                "{'medianMillis':{'staging':{'/':-1}}}",
                "{'medianMillis':{'staging':{'/':300000.1}}}",
                "{'medianMillis':{'staging':{'/':1e999}}}",
                "{'medianMillis':{'staging':{'/':NaN}}}",
                "[]",
                "7",
                ""
            })
    void refuses_what_it_did_not_write_before_more_is_added(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("latency.json"), text.replace('\'', '"'));

        assertThatThrownBy(() -> LatencyBaseline.read(file))
                .isInstanceOf(UnknownName.class)
                .hasMessageStartingWith("-Dlatency.baseline: " + file + ": ")
                .hasMessageEndingWith("accepted: a file that -Dlatency.baseline wrote, or none yet");
    }

    @Test
    void refuses_a_folder_and_a_file_without_an_end() {
        assertThatThrownBy(() -> LatencyBaseline.read(folder)).hasMessageContaining("not a file");
        assertThatThrownBy(() -> LatencyBaseline.read(Path.of("/dev/zero"))).hasMessageContaining("not a file");
    }

    @Test
    void a_place_where_nothing_can_be_written_is_found_before_anything_is_looked_at() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("latency.json");

        assertThatThrownBy(() -> LatencyBaseline.read(file))
                .isInstanceOf(UnknownName.class)
                .hasMessageStartingWith("-Dlatency.baseline: " + file + ": can't be written");
    }

    @Test
    void leaves_nothing_where_it_only_looked() {
        LatencyBaseline.read(folder.resolve("latency.json"));

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void reads_what_it_recorded_however_fast() throws IOException {
        Path file = folder.resolve("latency.json");

        assertThat(new LatencyBaseline(file, Map.of()).record(List.of(FAST))).isEqualTo(1);
        assertThat(LatencyBaseline.read(file).recorded()).isEqualTo(Map.of("staging", Map.of("/health", 0.001)));
    }

    @Test
    void keeps_the_mode_of_the_file_and_gives_a_new_one_the_usual_one() throws IOException {
        Path fresh = folder.resolve("fresh.json");
        Path kept = Files.writeString(folder.resolve("kept.json"), "{}");
        Path usual = Files.createFile(folder.resolve("usual"));
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-rw---x"));

        new LatencyBaseline(fresh, Map.of()).record(List.of(FAST));
        new LatencyBaseline(kept, Map.of()).record(List.of(FAST));

        assertThat(Files.getPosixFilePermissions(fresh)).isEqualTo(Files.getPosixFilePermissions(usual));
        assertThat(Files.getPosixFilePermissions(kept)).isEqualTo(PosixFilePermissions.fromString("rw-rw---x"));
    }

    @Test
    void replaces_what_a_link_leads_to() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);

        new LatencyBaseline(link, Map.of()).record(List.of(FAST));

        assertThat(link).isSymbolicLink();
        assertThat(real).content().contains("/health");
    }

    @Test
    void says_where_it_could_not_write() throws IOException {
        Path file = Files.createFile(folder.resolve("file")).resolve("latency.json");

        assertThatThrownBy(() -> new LatencyBaseline(file, Map.of()).record(List.of(FAST)))
                .isInstanceOf(ReportsUnusable.class);
    }
}
