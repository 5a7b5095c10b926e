package dev.envproof.replica.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineFailureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "write /var/lib/docker/x: no space left on device           | free space where the engine keeps its data",
                "driver failed: Bind for 127.0.0.1:80: port is already allocated | free the port",
                "No such image: local/nginx:9                               | pull or build it, or name another",
                "Connection refused                                         | the engine has gone away: start it and run again",
            })
    void what_the_engine_answers_comes_with_what_to_do(String answer, String remedy) {
        assertThat(EngineFailure.of("the Docker engine can't make it", new IllegalStateException(answer)))
                .hasMessageStartingWith("the Docker engine can't make it: " + answer)
                .hasMessageContaining(remedy);
    }
}
