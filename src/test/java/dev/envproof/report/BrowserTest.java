package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrowserTest {

    @Test
    void a_missing_browser_fails_and_names_the_packages() {
        assertThatThrownBy(() -> Browser.needs(Path.of("none/chromium")))
                .hasMessage(
                        "none/chromium: not installed; the profile `browser` needs Debian's packages: apt-get install"
                                + " chromium chromium-driver");
    }
}
