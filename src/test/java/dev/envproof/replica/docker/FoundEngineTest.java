package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.environment.NamedEngine;
import dev.envproof.replica.ReplicaException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoundEngineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOCKER_HOST=unix:///nowhere/docker.sock | unix:///nowhere/docker.sock | no Docker engine answers at"
                        + " DOCKER_HOST=unix:///nowhere/docker.sock: No such file or directory",
                "DOCKER_HOST=tcp://127.0.0.1:1           | tcp://127.0.0.1:1           | no Docker engine answers at"
                        + " DOCKER_HOST=tcp://127.0.0.1:1: Connect to http://127.0.0.1:1 failed: Connection refused",
                "DOCKER_HOST=nonsense                    | nonsense                    | no Docker engine answers at"
                        + " DOCKER_HOST=nonsense: ",
                "DOCKER_HOST=tcp://u:hunter22@127.0.0.1:1 | tcp://u:hunter22@127.0.0.1:1 | no Docker engine answers at"
                        + " DOCKER_HOST=tcp://u:[redacted]@127.0.0.1:1: ",
            })
    void an_engine_that_is_named_and_does_not_answer_is_told_and_no_other_is_taken(
            String by, String host, String told) {
        assertThatThrownBy(() -> FoundEngine.in(FoundEngine.soon(Optional.of(new NamedEngine(by, Optional.of(host))))))
                .isInstanceOf(ReplicaException.class)
                .hasMessageStartingWith(told.stripTrailing());
    }
}
