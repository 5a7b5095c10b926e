package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.rule.Card;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import dev.envproof.rule.cors.ForeignOriginIsRefused;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Subject;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Waiver;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Findings to print and to decide about, all made up. */
final class SampleFindings {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final Card CARD = new ForeignOriginIsRefused().card();
    static final Exchange EXCHANGE = new Exchange(
            "GET https://api-staging.example.com/health",
            List.of("HTTP/1.1 200 OK", "Access-Control-Allow-Origin: https://foreign.example"),
            "curl -si -H 'Origin: https://foreign.example' https://api-staging.example.com/health");
    static final Verdict HELD = Verdict.held("no Access-Control-Allow-Origin", EXCHANGE);
    static final Verdict BROKEN = Verdict.broken("no Access-Control-Allow-Origin", "https://foreign.example", EXCHANGE);
    static final Verdict INCONCLUSIVE = Verdict.inconclusive("CONNECT: connection refused", EXCHANGE);

    private SampleFindings() {}

    static Finding finding(String environment, Verdict verdict) {
        return new Finding(Subject.of(environment), CARD, verdict, Optional.empty());
    }

    static Finding waived(String environment, Verdict verdict, Waiver waiver) {
        return new Finding(Subject.of(environment), CARD, verdict, Optional.of(waiver));
    }

    static Waiver waiver(LocalDate expires) {
        return new Waiver(CARD.id(), Optional.of("staging"), "jo", "the gateway is replaced in May", expires);
    }

    static Suite suite(Waiver... waivers) {
        return new Suite("full", Set.of(), Set.of(), 1, Set.of(Severity.CRITICAL, Severity.HIGH), List.of(waivers));
    }

    static Findings findings(Finding... findings) {
        return new Findings(
                "job-platform", List.of("staging"), List.of(findings), List.of(), List.of(), Duration.ofMillis(1500));
    }

    static Outcome outcome(Finding... findings) {
        Findings all = findings(findings);
        return new Outcome(
                all,
                suite(),
                Gate.decide(all, suite(), TODAY),
                List.of(new Outcome.TargetLine("staging", "https://api-staging.example.com/")),
                "remote",
                List.of(),
                Instant.parse("2026-11-21T10:00:00Z"),
                Duration.ofSeconds(2));
    }
}
