package dev.envproof.probe.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Ask;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Reply;
import dev.envproof.probe.secrets.TokenProbe.Shown;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class TokenProbeTest {
    private static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments/curriculum-extractor"), Map.of(), Map.of());
    private static final Target STAGING = target("staging", "Zk7wQ2nB9tXr4LmV8sHcJ6yPdG3fRa5e");
    private static final Target PRODUCTION = target("production", "b5TnW8qY2rKfX6vJ9mDsL3gHcP7zE4au");

    @Test
    void a_subject_that_nobody_knows_was_believed() {
        TokenProbe.Seen seen = seen(ask -> ask.gives("Authorization") ? 404 : 401);
        assertThat(seen.own()).isNotEmpty().allMatch(Shown::isAccepted);
        assertThat(seen.forged()).isNotEmpty().allMatch(Shown::isAccepted);
    }

    @Test
    void a_path_that_is_not_there_tells_nothing_about_tokens() {
        TokenProbe.Seen seen = seen(ask -> 404);
        assertThat(seen.own()).isNotEmpty().noneMatch(Shown::isAccepted);
        assertThat(seen.forged()).isNotEmpty().noneMatch(Shown::isAccepted).noneMatch(Shown::isRefused);
        assertThat(seen.foreign())
                .hasEntrySatisfying(
                        "production", shown -> assertThat(shown.doubt()).contains("HTTP 404, as without a token"));
    }

    private static TokenProbe.Seen seen(ToIntFunction<Ask> status) {
        Lookout lookout = new Lookout(
                ask -> answer(status.applyAsInt(ask)),
                Redaction.ofVariables(Map.of()),
                new Fingerprints(),
                List.of(STAGING, PRODUCTION),
                new Planted(List.of()),
                Duration.ofSeconds(10));
        return new TokenProbe().look(STAGING, lookout);
    }

    private static Reply answer(int status) {
        return new Reply.Answer(status, List.of(), "", false, Duration.ZERO, new Exchange("GET", List.of(), ""));
    }

    private static Target target(String environment, String secret) {
        return new Target(
                SYSTEM,
                SYSTEM.environment(environment).orElseThrow(),
                Engine.REMOTE,
                URI.create("https://" + environment + ".example/"),
                Map.of(),
                new Variables(Map.of("SECRET_KEY", secret)),
                Map.of(),
                Optional.empty());
    }
}
