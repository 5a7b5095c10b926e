package dev.envproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.evidence.Exchange;
import dev.envproof.junit.MadeUp;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.secrets.KeysAreInForce;
import dev.envproof.rule.secrets.SecretsDifferBetweenEnvironments;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SarifLogTest {
    private static final Exchange EXCHANGE = new Exchange(
            "GET https://staging.example/", List.of("HTTP/1.1 200 OK"), "curl -si https://staging.example/");

    @Test
    void fits_the_official_schema_whatever_was_found() {
        assertThat(ReportSchema.ofSarif().complaints(text(MadeUp.everyRule()))).isEmpty();
        assertThat(ReportSchema.ofSarif().complaints(text(MadeUp.held("secrets"))))
                .isEmpty();
        assertThat(ReportSchema.ofSarif().complaints(text(List.of()))).isEmpty();
    }

    @Test
    void the_schema_refuses_what_is_none() {
        assertThat(ReportSchema.ofSarif().complaints("{\"version\": \"2.1.0\", \"runs\": [{}]}"))
                .isNotEmpty();
    }

    @Test
    void holds_what_did_not_hold_of_the_families_that_are_about_security() throws IOException {
        List<Finding> all = MadeUp.everyRule();

        assertThat(run(all).get("results")).hasSize((int) all.stream()
                .filter(finding -> Set.of("edge", "secrets").contains(finding.family()) && !finding.isHeld())
                .count());
        assertThat(run(all).at("/tool/driver/rules"))
                .allSatisfy(rule -> assertThat(rule.get("id").asText()).matches("(edge|secrets)/.*"));
    }

    @Test
    void a_broken_rule_is_a_failure_at_the_file_of_its_environment() throws IOException {
        JsonNode result = results(finding(Subject.of("staging"), Verdict.broken("set", "not set", EXCHANGE)))
                .get(0);

        assertThat(result.get("ruleId").asText()).isEqualTo("secrets/keys-are-in-force");
        assertThat(result.get("kind").asText()).isEqualTo("fail");
        assertThat(result.get("level").asText()).isEqualTo("error");
        assertThat(result.at("/message/text").asText()).contains("staging: ", "expected: set; saw: not set");
        assertThat(result.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("environments/made-up/staging.yaml");
        assertThat(result.at("/properties/again").asText()).isEqualTo("curl -si https://staging.example/");
        assertThat(result.get("suppressions")).isEmpty();
    }

    @Test
    void what_could_not_be_looked_at_is_open() throws IOException {
        JsonNode result = results(finding(Subject.of("staging"), Verdict.inconclusive("CONNECT: refused")))
                .get(0);

        assertThat(result.get("kind").asText()).isEqualTo("open");
        assertThat(result.get("level").asText()).isEqualTo("none");
    }

    @Test
    void what_is_waived_is_suppressed_by_its_owner_until_the_waiver_ends() throws IOException {
        Waiver waiver = new Waiver(
                "secrets/keys-are-in-force", Optional.empty(), "jo", "rotation in May", LocalDate.parse("2026-05-31"));
        Finding waived = new Finding(
                Subject.of("staging"),
                new KeysAreInForce().card(),
                Verdict.broken("set", "not set"),
                Optional.of(waiver));

        JsonNode suppression = results(waived).at("/0/suppressions/0");

        assertThat(suppression.get("kind").asText()).isEqualTo("external");
        assertThat(suppression.get("status").asText()).isEqualTo("accepted");
        assertThat(suppression.get("justification").asText()).isEqualTo("jo: rotation in May (until 2026-05-31)");
    }

    @Test
    void an_alert_keeps_its_fingerprint_whatever_was_seen_and_pairs_have_one_each() throws IOException {
        String one = fingerprint(finding(Subject.of("a", "b"), Verdict.broken("x", "y")));

        assertThat(fingerprint(finding(Subject.of("a", "b"), Verdict.inconclusive("z"))))
                .isEqualTo(one);
        assertThat(fingerprint(finding(Subject.of("a", "c"), Verdict.broken("x", "y"))))
                .isNotEqualTo(one);
        assertThat(fingerprint(finding(Subject.of("b", "a"), Verdict.broken("x", "y"))))
                .isNotEqualTo(one);
    }

    @Test
    void a_text_makes_no_link_in_an_alert() throws IOException {
        JsonNode result = results(finding(Subject.of("staging"), Verdict.broken("x", "[log in](https://evil.example)")))
                .get(0);

        assertThat(result.at("/message/text").asText()).contains("[log in] (https://evil.example)");
    }

    @Test
    void of_too_many_results_the_worst_stay_and_the_rest_is_told() throws IOException {
        List<Finding> many = new ArrayList<>(IntStream.range(0, SarifLog.MOST_RESULTS + 7)
                .mapToObj(index -> finding(Subject.of("e" + index), Verdict.inconclusive("CONNECT: refused")))
                .toList());
        many.add(finding(Subject.of("worst"), Verdict.broken("set", "not set")));

        JsonNode run = run(many);

        assertThat(run.get("results")).hasSize(SarifLog.MOST_RESULTS);
        assertThat(run.at("/results/0/properties/environment").asText()).isEqualTo("worst");
        assertThat(run.at("/invocations/0/toolExecutionNotifications/0/message/text")
                        .asText())
                .startsWith("8 of 5008 results are left out");
    }

    @Test
    void a_run_that_judged_nothing_does_not_look_like_one_that_found_nothing() throws IOException {
        assertThat(run(List.of()).at("/invocations/0/executionSuccessful").asBoolean())
                .isFalse();
        assertThat(run(MadeUp.held("secrets"))
                        .at("/invocations/0/executionSuccessful")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_run_of_other_environments_replaces_no_alert_of_these() throws IOException {
        assertThat(run(MadeUp.held("secrets")).at("/automationDetails/id").asText())
                .isEqualTo("envproof/made-up/staging/");
        assertThat(run(List.of()).at("/automationDetails/id").asText()).isEqualTo("envproof/made-up/");
    }

    @Test
    void a_rule_tells_what_a_security_page_shows() throws IOException {
        JsonNode rule = StreamSupport.stream(
                        run(MadeUp.held("secrets")).at("/tool/driver/rules").spliterator(), false)
                .filter(it -> it.get("id").asText().equals("secrets/keys-are-in-force"))
                .findFirst()
                .orElseThrow();

        assertThat(rule.get("name").asText()).isEqualTo("KeysAreInForce");
        assertThat(rule.at("/help/text").asText()).contains("docs/rules.md#secretskeys-are-in-force");
        assertThat(rule.at("/properties/security-severity").asText()).matches("\\d\\.\\d");
        assertThat(rule.at("/properties/tags"))
                .hasSizeLessThanOrEqualTo(10)
                .anyMatch(tag -> tag.asText().equals("security"));
    }

    private static Finding finding(Subject subject, Verdict verdict) {
        return new Finding(
                subject,
                subject.other().isPresent()
                        ? new SecretsDifferBetweenEnvironments().card()
                        : new KeysAreInForce().card(),
                verdict,
                Optional.empty());
    }

    private static String fingerprint(Finding finding) throws IOException {
        return results(finding)
                .at("/0/partialFingerprints/primaryLocationLineHash")
                .asText();
    }

    private static JsonNode results(Finding... findings) throws IOException {
        return run(List.of(findings)).get("results");
    }

    private static JsonNode run(List<Finding> findings) throws IOException {
        return new ObjectMapper().readTree(text(findings)).at("/runs/0");
    }

    private static String text(List<Finding> findings) {
        return Written.by(SarifLog::write, MadeUp.outcome(findings, Suite.everything()));
    }
}
