package dev.envproof.probe.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.SecretPolicy.UrlPart;
import dev.envproof.probe.secrets.UrlPartProbe.Outcome;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UrlPartProbeTest {
    private static final String URL = "postgresql+asyncpg://app:p%40ss/w0rd@db.example/events?sslmode=require";

    @ParameterizedTest
    @CsvSource({
        "USER, app, EQUAL",
        "USER, root, DIFFERENT",
        "PASSWORD, p@ss/w0rd, EQUAL",
        "PASSWORD, p%40ss/w0rd, EQUAL",
        "PASSWORD, old, DIFFERENT",
        "HOST, DB.example, EQUAL",
        "PORT, 5432, EQUAL",
        "PORT, 5433, DIFFERENT",
        "DATABASE, events, EQUAL",
        "DATABASE, events_dev, DIFFERENT"
    })
    void a_part_is_compared_as_it_is_meant(UrlPart part, String variable, Outcome outcome) {
        assertThat(UrlPartProbe.outcome(Optional.of(URL), part, Optional.of(variable)))
                .isEqualTo(outcome);
    }

    @Test
    void what_is_not_there_is_told_apart_from_what_differs() {
        assertThat(UrlPartProbe.outcome(Optional.empty(), UrlPart.USER, Optional.of("app")))
                .isEqualTo(Outcome.NO_URL);
        assertThat(UrlPartProbe.outcome(Optional.of(URL), UrlPart.USER, Optional.empty()))
                .isEqualTo(Outcome.NO_VARIABLE);
        assertThat(UrlPartProbe.outcome(Optional.of("events"), UrlPart.USER, Optional.of("app")))
                .isEqualTo(Outcome.MALFORMED);
    }
}
