package dev.envproof.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.UnknownName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftBaselineTest {
    private static final Map<String, Map<String, String>> BEFORE =
            Map.of("staging", Map.of("POOL", "10", "API_KEY", "hmac:aa", "OLD", "x"));
    private static final Map<String, Map<String, String>> AFTER =
            Map.of("staging", Map.of("POOL", "15", "API_KEY", "hmac:bb", "NEW", "y"));

    @TempDir
    private Path folder;

    @Test
    void records_a_first_run_that_was_good_and_then_tells_that_nothing_changed() {
        Path file = folder.resolve("parity.json");

        assertThat(DriftBaseline.read(file).told(BEFORE, true)).containsExactly("drift: 3 values recorded in " + file);
        assertThat(DriftBaseline.read(file).told(BEFORE, true))
                .containsExactly("drift: nothing changed of 3 values in " + file);
    }

    @Test
    void tells_what_changed_and_no_secret() {
        Path file = folder.resolve("parity.json");
        DriftBaseline.read(file).told(BEFORE, true);

        assertThat(DriftBaseline.read(file).told(AFTER, true))
                .containsExactly(
                        "drift: staging: API_KEY: a value that is not shown -> a value that is not shown",
                        "drift: staging: NEW: not seen -> y",
                        "drift: staging: OLD: x -> not seen",
                        "drift: staging: POOL: 10 -> 15",
                        "drift: 3 values recorded in " + file);
    }

    @Test
    void compares_with_the_last_good_run_until_there_is_another_one() {
        Path file = folder.resolve("parity.json");
        DriftBaseline.read(file).told(BEFORE, true);

        DriftBaseline.read(file).told(AFTER, false);

        assertThat(DriftBaseline.read(file).recorded()).isEqualTo(BEFORE);
    }

    @Test
    void keeps_what_is_known_of_environments_that_a_run_leaves_out() {
        Path file = folder.resolve("parity.json");
        DriftBaseline.read(file).told(BEFORE, true);

        DriftBaseline.read(file).told(Map.of("production", Map.of("POOL", "10")), true);

        assertThat(DriftBaseline.read(file).recorded()).containsOnlyKeys("production", "staging");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{'seen':{}} {}", "{'seen':{'staging':{'POOL':10}}}", "{'medianMillis':{}}"})
    void refuses_what_it_did_not_write(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("parity.json"), text.replace('\'', '"'));

        assertThatThrownBy(() -> DriftBaseline.read(file))
                .isInstanceOf(UnknownName.class)
                .hasMessageStartingWith("-Dparity.baseline: " + file + ": ")
                .hasMessageEndingWith("accepted: a file that -Dparity.baseline wrote, or none yet");
    }
}
