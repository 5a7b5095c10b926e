package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartControlTest {
    private final List<String> told = new ArrayList<>();
    private final PartControl control = new PartControl(
            "the-key",
            Map.of("note", body -> {
                told.add(body);
                return "noted";
            }),
            request -> Answer.of(200, "text/plain", "served " + request.path()));

    @Test
    void a_command_with_the_key_is_done() {
        assertThat(ask(".control/note", "the-key").body()).isEqualTo("noted");
        assertThat(told).containsExactly("body");
        assertThat(ask(".control/other", "the-key").status()).isEqualTo(404);
    }

    @Test
    void without_the_key_its_path_is_as_any_other() {
        assertThat(ask(".control/note", "another").body()).isEqualTo("served .control/note");
        assertThat(ask("health", "the-key").body()).isEqualTo("served health");
        assertThat(told).isEmpty();
    }

    private Answer ask(String path, String key) {
        Headers headers = new Headers();
        headers.add(PartControl.KEY, key);
        return control.apply(new Request("POST", path, "", headers, "body", "HTTP/1.1"));
    }
}
