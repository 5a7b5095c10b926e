package dev.envproof.rule.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.Ask;
import dev.envproof.rule.Verdict;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about builds: each with its fault, its look-alike, and what it can't tell. */
class BuildRulesTest {

    @Test
    void finds_one_instance_of_eight_that_runs_old_code() {
        assertThat(builds("{}", mixed()).builds(new OneBuildAnswers(), "production"))
                .isInstanceOfSatisfying(Verdict.Broken.class, broken -> {
                    assertThat(broken.saw()).isEqualTo("api: v2.4.0, v2.4.1 in 36 answers");
                    assertThat(broken.exchanges()).hasSize(2);
                });
    }

    @Test
    void lets_a_declared_roll_out_have_two_builds_and_no_third() {
        assertThat(builds("{ rolling-from: { production: v2.4.0 } }", mixed())
                        .builds(new OneBuildAnswers(), "production"))
                .isInstanceOf(Verdict.Held.class);
        AtomicInteger turn = new AtomicInteger();
        assertThat(builds(
                                "{ rolling-from: { production: v2.4.0 } }",
                                ask -> version("v2.4." + turn.incrementAndGet() % 3))
                        .builds(new OneBuildAnswers(), "production"))
                .isInstanceOf(Verdict.Broken.class);
    }

    @Test
    void proves_nothing_where_no_build_is_named() {
        Compared untold = builds("{ compare: equal, named: { production: v<version> } }", ask -> "<html>");

        assertThat(untold.builds(new OneBuildAnswers(), "production")).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(untold.builds(new BuildIsAsDeclared(), "production")).isInstanceOf(Verdict.Inconclusive.class);
        assertThat(untold.builds(new BuildsAreEqual(), "staging")).isInstanceOf(Verdict.Inconclusive.class);
    }

    @ParameterizedTest
    @CsvSource({
        "named,        v<version>, latest,  false",
        "named,        v<version>, v2.4.1,  true",
        "version,      v2.4.1,     v2.4.0,  false",
        "version,      v2.4.1,     v2.4.1,  true"
    })
    void holds_a_build_to_its_declared_name(String key, String declared, String build, boolean holds) {
        Verdict verdict = builds("{ " + key + ": { production: \"" + declared + "\" } }", ask -> version(build))
                .builds(new BuildIsAsDeclared(), "production");

        assertThat(verdict).isInstanceOf(holds ? Verdict.Held.class : Verdict.Broken.class);
    }

    @Test
    void finds_another_build_in_the_other_environment() {
        assertThat(builds("{ compare: equal }", ask -> version(isStaging(ask) ? "v2" : "v1"))
                        .builds(new BuildsAreEqual(), "staging"))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("api: production runs v1, staging runs v2"));
    }

    @Test
    void takes_one_image_under_two_tags_for_one_build() {
        Function<Ask, String> tags =
                ask -> "{\"version\":\"" + (isStaging(ask) ? "v2" : "v1") + "\",\"digest\":\"sha256:1\"}";

        assertThat(builds("{ compare: equal, digest: /digest }", tags).builds(new BuildsAreEqual(), "staging"))
                .isInstanceOf(Verdict.Held.class);
    }

    private static boolean isStaging(Ask ask) {
        return String.valueOf(ask.address().getHost()).startsWith("staging");
    }

    private static Function<Ask, String> mixed() {
        AtomicInteger turn = new AtomicInteger();
        return ask -> version(turn.incrementAndGet() % 8 == 0 ? "v2.4.0" : "v2.4.1");
    }

    private static String version(String build) {
        return "{\"version\":\"" + build + "\"}";
    }

    private static Compared builds(String build, Function<Ask, String> bodies) {
        return new Compared("insurance-navigator", Map.of("build", build)).answering(bodies);
    }
}
