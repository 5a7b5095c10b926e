package dev.envproof.replica.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.EdgeLookAlike;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.CertificateProbe;
import dev.envproof.probe.edge.RedirectProbe;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.edge.EdgeRules;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules of the front door against the front of a replica, by itself: no service stands behind its edges. */
class FrontDoorRulesTest {
    private final SystemUnderTest system = Environments.load(Path.of("environments/exam-platform"), Map.of(), Map.of());
    private final Environment staging = system.environment("staging").orElseThrow();
    private final AtomicReference<Shape> shape = new AtomicReference<>(shape());
    private final PublicFront front =
            new PublicFront(system, Map.of("staging", new EdgeProxy("staging", 0, shape::get)), shape::get);

    @BeforeEach
    void start() {
        front.start();
    }

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void a_healthy_front_has_certificates_that_every_rule_holds_for() {
        assertThat(certificates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EDGE_DEFAULT_CERTIFICATE, edge/certificate-is-chosen",
        "EDGE_TEST_AUTHORITY, edge/certificate-is-of-a-live-authority",
        "EDGE_UNKNOWN_AUTHORITY, edge/certificate-is-trusted",
        "EDGE_CERTIFICATE_EXPIRED, edge/certificate-is-in-force",
        "EDGE_CERTIFICATE_RUNS_OUT, edge/certificate-lasts-long-enough",
        "EDGE_NAME_MISSING, edge/certificate-names-its-host",
        "EDGE_INTERMEDIATE_MISSING, edge/certificate-chain-is-complete",
        "EDGE_KEY_TOO_SHORT, edge/certificate-keys-are-strong",
        "EDGE_OLD_PROTOCOL, edge/old-protocols-are-refused"
    })
    void each_fault_of_a_certificate_breaks_its_rule_alone(Fault fault, String rule) {
        show(fault);
        assertThat(certificates()).containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource(
            value = EdgeLookAlike.class,
            names = {
                "EDGE_CERTIFICATE_WITH_A_STAR",
                "EDGE_CERTIFICATE_OF_SIXTY_DAYS",
                "EDGE_STAGING_IN_THE_NAME",
                "EDGE_ONE_CERTIFICATE_MORE"
            })
    void a_certificate_that_looks_like_a_fault_breaks_none(EdgeLookAlike lookAlike) {
        show(lookAlike);
        assertThat(certificates()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EDGE_HTTP_ANSWERS, edge/http-leads-to-https",
        "EDGE_REDIRECT_TO_PRODUCTION, edge/redirects-stay-on-their-host",
        "EDGE_REDIRECT_LOOP, edge/redirects-come-to-an-end"
    })
    void each_fault_of_a_redirect_breaks_its_rule_alone(Fault fault, String rule) {
        show(fault);
        assertThat(broken(RedirectProbe.Seen.class, new RedirectProbe().look(target(), lookout())))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "EDGE_HSTS_ABSENT, edge/https-is-demanded",
        "EDGE_HSTS_TOO_SHORT, edge/https-is-demanded",
        "EDGE_HSTS_DOUBLED, edge/https-is-demanded",
        "EDGE_CONTENT_POLICY_REPORT_ONLY, edge/pages-limit-their-scripts",
        "EDGE_FRAMES_ALLOWED, edge/pages-refuse-foreign-frames",
        "EDGE_NOSNIFF_MISSPELT, edge/content-types-are-not-guessed",
        "EDGE_REFERRER_UNSAFE, edge/referrers-stay-home",
        "EDGE_COOKIE_UNPROTECTED, edge/session-cookies-are-protected",
        "EDGE_STAGING_INDEXED, edge/only-production-is-indexed",
        "EDGE_VERSION_TOLD, edge/headers-tell-no-version"
    })
    void each_fault_of_a_header_breaks_its_rule_alone(Fault fault, String rule) {
        show(fault);
        assertThat(broken(AnswerProbe.Seen.class, new AnswerProbe().look(target(), lookout())))
                .containsExactly(rule);
    }

    @ParameterizedTest
    @EnumSource(
            value = EdgeLookAlike.class,
            names = {
                "EDGE_HSTS_SPELT_OTHERWISE",
                "EDGE_FRAME_ANCESTORS_ALONE",
                "EDGE_COOKIE_OF_NO_SESSION",
                "EDGE_PRODUCT_NAMED"
            })
    void a_header_that_looks_like_a_fault_breaks_none(EdgeLookAlike lookAlike) {
        show(lookAlike);
        assertThat(broken(AnswerProbe.Seen.class, new AnswerProbe().look(target(), lookout())))
                .isEmpty();
    }

    private Set<String> certificates() {
        return broken(CertificateProbe.Seen.class, new CertificateProbe().look(target(), lookout()));
    }

    /** The rules about what was seen that are broken; a rule that may be judged for a pair is none of them. */
    private <S extends dev.envproof.probe.Seen> Set<String> broken(Class<S> kind, S seen) {
        Set<String> broken = new TreeSet<>();
        for (Rule<?> rule : EdgeRules.all()) {
            if (rule instanceof Rule.OfEnvironment<?> one && sees(one, kind)) {
                @SuppressWarnings("unchecked") // its judging method takes what was seen
                Verdict verdict = ((Rule.OfEnvironment<S>) one).judge(system, staging, seen);
                if (verdict instanceof Verdict.Broken) {
                    broken.add(rule.card().id());
                }
            }
        }
        return broken;
    }

    private static boolean sees(Rule<?> rule, Class<?> kind) {
        return List.of(rule.getClass().getMethods()).stream()
                .anyMatch(method -> method.getName().equals("judge")
                        && List.of(method.getParameterTypes()).contains(kind));
    }

    private void show(Deviation... deviations) {
        shape.set(shape(deviations));
        front.show(shape.get());
    }

    private Shape shape(Deviation... deviations) {
        return new Shape(system, Set.of(deviations), Map.of());
    }

    private Lookout lookout() {
        return Lookout.over(List.of(target()), Lookout.hiding(List.of(target())), Duration.ofSeconds(20));
    }

    private Target target() {
        return new Target(
                        system,
                        staging,
                        Engine.EMBEDDED,
                        URI.create("https://api-staging.exams.example/"),
                        Map.of(),
                        new Variables(Map.of()),
                        Map.of(),
                        Optional.empty())
                .reachedBy(front.reach(system, "staging"));
    }
}
