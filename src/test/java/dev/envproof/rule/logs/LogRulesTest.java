package dev.envproof.rule.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.logs.LogProbe.Leak;
import dev.envproof.probe.logs.LogProbe.Leak.Kind;
import dev.envproof.probe.logs.LogProbe.Named;
import dev.envproof.probe.logs.LogProbe.Seen;
import dev.envproof.probe.logs.LogProbe.Traced;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogRulesTest {
    private static final Environment STAGING = SampleSystem.environment("staging", "STAGING", Set.of());
    private static final Exchange EXCHANGE = new Exchange("GET http://edge.example/", List.of(), "curl");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_leak_breaks_the_one_rule_about_its_kind_and_no_other(Kind kind) {
        Leak leak = new Leak(kind, "SUPABASE_KEY_STAGING", "the log of job-matcher", Optional.of(EXCHANGE));
        Seen seen = new Seen(List.of(), List.of(), List.of(), List.of(leak), 10, 10, 3, List.of());
        assertThat(verdicts(seen)).filteredOn(Broken.class::isInstance).hasSize(1);
        assertThat(verdicts(seen)).filteredOn(Held.class::isInstance).hasSize(2);
    }

    @Test
    void a_search_without_secrets_or_lines_tells_nothing() {
        assertThat(verdicts(searched(10, 10, 0))).hasOnlyElementsOfType(Inconclusive.class);
        assertThat(verdicts(searched(0, 0, 3))).hasOnlyElementsOfType(Inconclusive.class);
    }

    @Test
    void empty_logs_do_not_hold_however_many_answers_were_read() {
        assertThat(judge(new NoSecretIsLogged(), searched(0, 10, 3))).isInstanceOf(Inconclusive.class);
        assertThat(judge(new ErrorsNameNoCredentials(), searched(0, 10, 3))).isInstanceOf(Held.class);
    }

    @Test
    void a_log_that_can_not_be_read_leaves_open_what_is_in_it() {
        Seen seen = new Seen(List.of(), List.of(), List.of(), List.of(), 10, 10, 3, List.of("job-matcher"));
        assertThat(judge(new NoSecretIsLogged(), seen))
                .isInstanceOfSatisfying(
                        Inconclusive.class, open -> assertThat(open.why()).contains("job-matcher"));
        assertThat(judge(new NoReversibleFingerprintIsPublished(), seen)).isInstanceOf(Inconclusive.class);
        assertThat(judge(new ErrorsNameNoCredentials(), seen)).isInstanceOf(Held.class);
    }

    @Test
    void errors_do_not_hold_where_nothing_answered() {
        assertThat(judge(new ErrorsNameNoCredentials(), searched(10, 0, 3))).isInstanceOf(Inconclusive.class);
        assertThat(judge(new NoSecretIsLogged(), searched(10, 0, 3))).isInstanceOf(Held.class);
    }

    @Test
    void a_line_under_another_environment_is_found() {
        assertThat(named(Optional.empty(), "production")).isInstanceOf(Broken.class);
        assertThat(named(Optional.empty(), "")).isInstanceOf(Broken.class);
        assertThat(named(Optional.empty(), "STAGING")).isInstanceOf(Held.class);
    }

    @Test
    void a_line_of_a_request_that_went_astray_is_left_to_routing() {
        assertThat(named(Optional.of("another store answered"), "production")).isInstanceOf(Inconclusive.class);
        assertThat(named(Optional.empty())).isInstanceOf(Inconclusive.class);
    }

    @Test
    void kept_credentials_are_found_and_silence_needs_the_requests_own_line() {
        CredentialsOfRequestsStayOutOfLogs rule = new CredentialsOfRequestsStayOutOfLogs();
        assertThat(judge(rule, carried(true, Optional.of("in the log")))).isInstanceOf(Broken.class);
        assertThat(judge(rule, carried(true, Optional.empty()))).isInstanceOf(Held.class);
        assertThat(judge(rule, carried(false, Optional.empty()))).isInstanceOf(Inconclusive.class);
    }

    @Test
    void a_forged_line_is_found_and_a_refused_request_needs_no_line() {
        OneRequestCannotForgeALine rule = new OneRequestCannotForgeALine();
        assertThat(judge(rule, broken(false, true, Optional.of("a made-up line"))))
                .isInstanceOf(Broken.class);
        assertThat(judge(rule, broken(false, true, Optional.empty()))).isInstanceOf(Held.class);
        assertThat(judge(rule, broken(true, false, Optional.empty()))).isInstanceOf(Held.class);
        assertThat(judge(rule, broken(false, false, Optional.empty()))).isInstanceOf(Inconclusive.class);
    }

    private static List<Verdict> verdicts(Seen seen) {
        return List.of(
                judge(new NoSecretIsLogged(), seen),
                judge(new ErrorsNameNoCredentials(), seen),
                judge(new NoReversibleFingerprintIsPublished(), seen));
    }

    private static Seen searched(int lines, int answers, int secrets) {
        return new Seen(List.of(), List.of(), List.of(), List.of(), lines, answers, secrets, List.of());
    }

    private static Verdict named(Optional<String> doubt, String... environments) {
        Named named = new Named("job-matcher", doubt, List.of(environments), EXCHANGE);
        return judge(
                new LogLinesNameTheirEnvironment(),
                new Seen(List.of(named), List.of(), List.of(), List.of(), 1, 1, 1, List.of()));
    }

    private static Seen carried(boolean isLogged, Optional<String> shows) {
        Traced traced = new Traced("job-matcher", false, isLogged, shows, EXCHANGE);
        return new Seen(List.of(), List.of(traced), List.of(), List.of(), 1, 1, 1, List.of());
    }

    private static Seen broken(boolean isRefused, boolean isLogged, Optional<String> shows) {
        Traced traced = new Traced("job-matcher", isRefused, isLogged, shows, EXCHANGE);
        return new Seen(List.of(), List.of(), List.of(traced), List.of(), 1, 1, 1, List.of());
    }

    private static Verdict judge(Rule.OfEnvironment<Seen> rule, Seen seen) {
        return rule.judge(SampleSystem.system(), STAGING, seen);
    }
}
