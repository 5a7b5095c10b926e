package dev.envproof.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Seen;
import dev.envproof.rule.Card;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgingTest {

    @Test
    void a_rule_that_fails_is_inconclusive_with_the_place_and_without_secrets() {
        Sightings sightings = new Sightings();
        sightings.put("staging", Price.class, new Sightings.Saw(new Price("none")));
        Redaction redaction = Redaction.ofVariables(Map.of("PRICE_KEY", "k3y-of-the-shop-0451"));
        Assignment staging = new Assignment(List.of(staging()), Set.of("staging"), Shard.WHOLE);
        Judging judging = new Judging(staging, Suite.everything(), sightings, redaction);

        judging.judge(new Fails());

        assertThat(judging.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.verdict())
                        .isInstanceOfSatisfying(
                                Verdict.Inconclusive.class,
                                open -> assertThat(open.why())
                                        .startsWith("the rule itself failed: java.lang.IllegalStateException: none by ")
                                        .contains(Fails.class.getName() + ".judge(JudgingTest.java:")
                                        .doesNotContain("0451")));
    }

    /** What a probe of another project sees. */
    private record Price(String text) implements Seen {}

    @Card(
            id = "price/price-is-told",
            says = "the price is told",
            severity = Severity.LOW,
            because = "nobody buys",
            remedy = "tell it",
            requires = {},
            trippedBy = {},
            verifies = {})
    private static final class Fails implements Rule.OfEnvironment<Price> {
        @Override
        public Verdict judge(SystemUnderTest system, Environment environment, Price seen) {
            throw new IllegalStateException(seen.text() + " by k3y-of-the-shop-0451");
        }
    }

    private static Target staging() {
        SystemUnderTest system = Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
        return new Target(
                system,
                system.environment("staging").orElseThrow(),
                Target.Engine.REMOTE,
                URI.create("http://127.0.0.1:1/"),
                Map.of(),
                new Variables(Map.of()),
                Map.of(),
                Optional.empty());
    }
}
