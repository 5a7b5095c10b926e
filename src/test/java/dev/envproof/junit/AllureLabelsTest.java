package dev.envproof.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.evidence.Exchange;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.suite.Channels;
import dev.envproof.suite.Finding;
import dev.envproof.suite.LatencyPolicy;
import dev.envproof.suite.Owners;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AllureLabelsTest {
    private static final Subject STAGING = Subject.of("staging");

    @Test
    void a_finding_belongs_to_the_owner_of_its_rule() {
        assertThat(owner(Map.of("cors", "edge team"), Optional.of("jo"))).contains("edge team");
    }

    @Test
    void else_to_the_owner_of_its_waiver_else_to_nobody() {
        assertThat(owner(Map.of("secrets", "platform"), Optional.of("jo"))).contains("jo");
        assertThat(owner(Map.of(), Optional.empty())).isEmpty();
    }

    @Test
    void a_description_ends_with_the_line_that_shows_it_again_as_code() {
        assertThat(AllureLabels.description(finding(Optional.empty()))).endsWith("\n\n    curl -si '<b>`x`'");
    }

    private static Optional<String> owner(Map<String, String> owners, Optional<String> waivedBy) {
        Suite suite = new Suite(
                "mine",
                Set.of(),
                Set.of(),
                1,
                Set.of(Severity.CRITICAL),
                List.of(),
                LatencyPolicy.DEFAULT,
                Optional.empty(),
                Channels.NONE,
                new Owners(owners));
        return VerifiedRun.of(MadeUp.outcome(List.of(finding(waivedBy)), suite))
                .presented("cors", STAGING)
                .findFirst()
                .orElseThrow()
                .owner();
    }

    private static Finding finding(Optional<String> waivedBy) {
        return new Finding(
                STAGING,
                new ForeignOriginIsRefused().card(),
                Verdict.broken("none", "one", new Exchange("GET /", List.of(), "curl -si '<b>`x`'")),
                waivedBy.map(owner ->
                        new Waiver("cors/foreign-origin-is-refused", Optional.empty(), owner, "soon", LocalDate.MAX)));
    }
}
