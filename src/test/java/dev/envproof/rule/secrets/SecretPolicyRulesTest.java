package dev.envproof.rule.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.Exchange;
import dev.envproof.probe.SampleSystem;
import dev.envproof.probe.secrets.DefaultSecretProbe;
import dev.envproof.probe.secrets.DefaultSecretProbe.Health;
import dev.envproof.probe.secrets.DefaultSecretProbe.StartedWith;
import dev.envproof.probe.secrets.TokenProbe.Seen;
import dev.envproof.probe.secrets.TokenProbe.Shown;
import dev.envproof.probe.secrets.UrlPartProbe;
import dev.envproof.probe.secrets.UrlPartProbe.Compared;
import dev.envproof.probe.secrets.UrlPartProbe.Outcome;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.Verdict.Broken;
import dev.envproof.rule.Verdict.Held;
import dev.envproof.rule.Verdict.Inconclusive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules about how secrets are used: each with its fault, and what it can't tell. */
class SecretPolicyRulesTest {
    private static final SystemUnderTest SYSTEM = SampleSystem.system();
    private static final Environment STAGING = SampleSystem.environment("staging", "STAGING", Set.of());
    private static final Environment PRODUCTION = SampleSystem.environment("production", "PROD", Set.of());
    private static final Exchange EXCHANGE = new Exchange("GET /users/me", List.of(), "");
    private static final Seen HEALTHY =
            new Seen(List.of(shown(200)), Map.of("staging", shown(401)), List.of(shown(401)));

    @Test
    void a_token_of_another_environment_must_be_refused_beside_an_own_one() {
        assertThat(replayed(HEALTHY)).isInstanceOf(Held.class);
        assertThat(replayed(new Seen(HEALTHY.own(), Map.of("staging", shown(200)), HEALTHY.forged())))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.saw()).contains("production answered", "HTTP 200"));
    }

    @Test
    void a_refusal_of_every_token_proves_nothing() {
        Seen closed = new Seen(List.of(shown(401)), HEALTHY.foreign(), HEALTHY.forged());
        assertThat(replayed(closed)).isInstanceOf(Inconclusive.class);
        assertThat(forged(closed)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void where_forged_tokens_are_accepted_no_secret_counts() {
        Seen blind = new Seen(HEALTHY.own(), Map.of("staging", shown(200)), List.of(shown(200)));
        assertThat(replayed(blind)).isInstanceOf(Inconclusive.class);
        assertThat(forged(blind)).isInstanceOf(Broken.class);
        assertThat(forged(HEALTHY)).isInstanceOf(Held.class);
    }

    @Test
    void one_instance_that_refuses_an_own_token_is_found_among_others() {
        assertThat(own(HEALTHY)).isInstanceOf(Held.class);
        assertThat(own(new Seen(List.of(shown(200), shown(401), shown(404)), Map.of(), List.of())))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw()).isEqualTo("1 of 3 were refused with HTTP 401"));
    }

    @Test
    void a_secret_that_is_not_seen_leaves_tokens_open() {
        Seen unseen = new Seen(List.of(), Map.of(), List.of(shown(401)));
        assertThat(own(unseen)).isInstanceOf(Inconclusive.class);
        assertThat(replayed(unseen)).isInstanceOf(Inconclusive.class);
        assertThat(forged(unseen)).isInstanceOf(Inconclusive.class);
    }

    @Test
    void parts_that_differ_from_their_url_are_named_without_a_value() {
        assertThat(parts(Outcome.EQUAL)).isInstanceOf(Held.class);
        assertThat(parts(Outcome.NO_VARIABLE)).isInstanceOf(Inconclusive.class);
        assertThat(parts(Outcome.NO_URL)).isInstanceOf(Inconclusive.class);
        assertThat(parts(Outcome.DIFFERENT))
                .isInstanceOfSatisfying(
                        Broken.class,
                        broken -> assertThat(broken.saw())
                                .isEqualTo("POSTGRES_USER and the user of DATABASE_URL differ"));
    }

    @Test
    void a_service_must_serve_with_its_own_secrets_and_stop_with_a_default() {
        assertThat(started(true, false)).isInstanceOf(Held.class);
        assertThat(started(true, true)).isInstanceOf(Broken.class);
        assertThat(started(false, false)).isInstanceOf(Inconclusive.class);
    }

    private static Verdict own(Seen seen) {
        return new OwnTokensAreAccepted().judge(SYSTEM, PRODUCTION, seen);
    }

    private static Verdict forged(Seen seen) {
        return new ForgedTokensAreRefused().judge(SYSTEM, PRODUCTION, seen);
    }

    private static Verdict replayed(Seen seenInProduction) {
        return new TokensStayInTheirEnvironment().judge(STAGING, HEALTHY, PRODUCTION, seenInProduction);
    }

    private static Verdict parts(Outcome outcome) {
        return new UrlPartsAgree()
                .judge(
                        SYSTEM,
                        STAGING,
                        new UrlPartProbe.Seen(List.of(new Compared("DATABASE_URL", "user", "POSTGRES_USER", outcome))));
    }

    private static Verdict started(boolean asDeployed, boolean withDefault) {
        return new DefaultSecretsAreRefused()
                .judge(
                        SYSTEM,
                        STAGING,
                        new DefaultSecretProbe.Seen(List.of(new StartedWith(
                                "backend", "SECRET_KEY", "changethis", health(asDeployed), health(withDefault)))));
    }

    private static Health health(boolean isServing) {
        return new Health(isServing, isServing ? "HTTP 200" : "HTTP 503", EXCHANGE);
    }

    private static Shown shown(int status) {
        return new Shown("a token", status, Optional.empty(), EXCHANGE);
    }
}
