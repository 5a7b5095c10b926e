package example.shop;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.health.HealthPlace;
import dev.envproof.probe.health.HealthProbe;
import dev.envproof.probe.health.Poll;
import dev.envproof.rule.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ApiSaysOkTest {
    private static final SystemUnderTest SHOP =
            Environments.load(Path.of("environments/shop"), Map.of(), Map.of());

    @Test
    void holds_where_every_answer_says_ok() {
        assertInstanceOf(Verdict.Held.class, judged(said("ok"), said("ok")));
    }

    @Test
    void is_broken_where_one_answer_says_anything_else() {
        assertInstanceOf(Verdict.Broken.class, judged(said("ok"), said("degraded")));
    }

    @Test
    void is_inconclusive_where_nothing_answered() {
        assertInstanceOf(Verdict.Inconclusive.class, judged());
    }

    private static Verdict judged(Poll... polls) {
        HealthPlace place =
                new HealthPlace("api", "/api/", List.of(polls), OptionalDouble.empty(), Optional.empty());
        return new ApiSaysOk()
                .judge(SHOP, SHOP.environment("staging").orElseThrow(), new HealthProbe.Seen(List.of(place)));
    }

    private static Poll said(String state) {
        return new Poll.Answered(
                200, Optional.of(state), Map.of(), Optional.empty(), new Exchange("GET /api/health", List.of(), ""));
    }
}
