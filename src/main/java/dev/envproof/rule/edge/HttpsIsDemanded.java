package dev.envproof.rule.edge;

import dev.envproof.environment.EdgeSecurity;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.probe.edge.Hsts;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Read as RFC 6797 says, on every kind of answer. */
@Card(
        id = "edge/https-is-demanded",
        says = "browsers are told to use https alone",
        severity = Severity.HIGH,
        because = "the next visit starts without encryption again, and can be led astray",
        remedy = "answer every https request with one Strict-Transport-Security header of at least the declared age",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = {Fault.EDGE_HSTS_ABSENT, Fault.EDGE_HSTS_TOO_SHORT, Fault.EDGE_HSTS_DOUBLED},
        verifies = {"EP-11", "CE-16"})
public final class HttpsIsDemanded implements Rule.OfEnvironment<AnswerProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen,
                EdgeAnswer::isHttps,
                "nothing of the kind was answered",
                (asked, answer) -> judge(environment, asked, answer));
    }

    private static Verdict judge(Environment environment, EdgeAnswer asked, Answer answer) {
        EdgeSecurity policy = environment.edgeSecurity();
        String expected = "one Strict-Transport-Security of at least " + policy.hstsDays() + " days"
                + (policy.includeSubdomains() ? ", subdomains included" : "");
        List<String> values = answer.all("Strict-Transport-Security");
        if (policy.hstsDays() == 0) {
            return Verdict.held("none is asked for", answer.exchange());
        }
        if (values.size() != 1) {
            return Verdict.broken(expected, asked.says() + " has " + values.size() + " of them", answer.exchange());
        }
        Optional<Hsts> hsts = Hsts.of(values.get(0));
        boolean holds = hsts.filter(
                        it -> it.maxAge() >= Duration.ofDays(policy.hstsDays()).toSeconds())
                .filter(it -> it.includesSubdomains() || !policy.includeSubdomains())
                .isPresent();
        return holds
                ? Verdict.held(asked.says() + " has " + values.get(0), answer.exchange())
                : Verdict.broken(
                        expected,
                        asked.says() + " has " + (hsts.isEmpty() ? "a malformed one, which counts as none: " : "")
                                + values.get(0),
                        answer.exchange());
    }
}
