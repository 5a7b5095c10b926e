package dev.envproof.rule.isolation;

import static dev.envproof.rule.isolation.SideStoreSeen.EXCHANGE;
import static dev.envproof.rule.isolation.SideStoreSeen.known;
import static dev.envproof.rule.isolation.SideStoreSeen.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.graph.GraphProbe;
import dev.envproof.probe.graph.GraphProbe.Trial;
import dev.envproof.probe.store.Fact;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GraphRulesTest {

    @Test
    void a_refused_write_beside_a_read_is_as_declared() {
        assertThat(judged(known(true), known(false), true)).isInstanceOf(Held.class);
    }

    @Test
    void an_accepted_write_is_found_and_says_what_became_of_it() {
        assertThat(judged(known(true), known(true), true))
                .isInstanceOf(Broken.class)
                .asString()
                .contains("and rolled back");
        assertThat(judged(known(true), known(true), false)).asString().contains("could not be rolled back");
    }

    @Test
    void a_client_that_reads_nothing_proves_nothing() {
        assertThat(judged(known(false), known(false), true)).isInstanceOf(Inconclusive.class);
        assertThat(judged(unknown("CONNECT"), unknown(""), true)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void an_error_is_no_refusal() {
        assertThat(judged(known(true), unknown("Neo.DatabaseError"), true)).isInstanceOf(Inconclusive.class);
    }

    private static Verdict judged(Fact<Boolean> reads, Fact<Boolean> writes, boolean rolledBack) {
        Trial trial = new Trial("graph", reads, writes, rolledBack, List.of(EXCHANGE));
        return new SharedGraphIsReadOnly()
                .judge(
                        SampleSystem.system(),
                        SampleSystem.environment("staging", "STAGING", Set.of()),
                        new GraphProbe.Seen(List.of(trial)));
    }
}
