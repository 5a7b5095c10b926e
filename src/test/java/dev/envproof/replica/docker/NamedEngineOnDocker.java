package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.NamedEngine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamedEngineOnDocker {
    @Test
    void the_engine_that_is_named_is_taken() {
        FoundEngine usual = FoundEngine.now();
        String host = "unix://" + usual.socket();

        FoundEngine named = FoundEngine.in(
                FoundEngine.soon(Optional.of(new NamedEngine("DOCKER_HOST=" + host, Optional.of(host)))));

        assertThat(named.answer()).isEqualTo(usual.answer()).endsWith(" at " + host);
        assertThat(named.isHere()).isTrue();
    }
}
