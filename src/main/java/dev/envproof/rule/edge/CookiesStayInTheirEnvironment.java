package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.probe.edge.SetCookie;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Set;

/** Compared with the hosts that the files declare for the siblings. */
@Card(
        id = "edge/cookies-stay-in-their-environment",
        says = "session cookies reach no other environment",
        severity = Severity.HIGH,
        because = "a session of one environment is sent to, and can be set by, another",
        remedy = "leave Domain out of Set-Cookie, or name a domain that only this environment's hosts are below",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_COOKIE_REACHES_SIBLING,
        verifies = {"EP-10", "EP-04", "CE-16"})
public final class CookiesStayInTheirEnvironment implements Rule.OfEnvironment<AnswerProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen,
                asked -> true,
                "nothing of the kind was answered",
                (asked, answer) -> judge(system, environment, asked, answer));
    }

    private static Verdict judge(SystemUnderTest system, Environment environment, EdgeAnswer asked, Answer answer) {
        Set<String> foreign = SiblingHosts.of(system, environment);
        if (Cookies.of(answer).noneMatch(SetCookie::isOfASession)) {
            return Verdict.held(asked.says() + " sets no session cookie", answer.exchange());
        }
        return Verdict.all(Cookies.of(answer)
                .filter(SetCookie::isOfASession)
                .map(cookie -> judge(cookie, foreign, asked, answer))
                .toList());
    }

    private static Verdict judge(SetCookie cookie, Set<String> foreign, EdgeAnswer asked, Answer answer) {
        String saw = asked.says() + " sets " + cookie.name()
                + cookie.domain().map(it -> " for " + it).orElse("");
        List<String> reached = foreign.stream().filter(cookie::reaches).toList();
        return reached.isEmpty()
                ? Verdict.held(saw, answer.exchange())
                : Verdict.broken(
                        "a cookie that no other environment gets",
                        saw + ", which reaches " + String.join(", ", reached),
                        answer.exchange());
    }
}
