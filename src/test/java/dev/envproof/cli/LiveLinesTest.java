package dev.envproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveLinesTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final LiveLines lines = new LiveLines(new PrintStream(screen, true, StandardCharsets.UTF_8));

    @Test
    void shows_a_line_per_environment_and_writes_over_it() {
        lines.looked("staging", 1, 4, Duration.ofMillis(200));
        lines.looked("production", 4, 4, Duration.ofMillis(300));
        lines.looked("staging", 4, 4, Duration.ofMillis(400));

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("  staging [#####...............] 1 of 4 probes, 0.2 s\n")
                .endsWith("\u001b[2A\r\u001b[2K  staging [####################] 4 of 4 probes, 0.4 s\n"
                        + "\r\u001b[2K  production [####################] 4 of 4 probes, 0.3 s\n");
    }
}
