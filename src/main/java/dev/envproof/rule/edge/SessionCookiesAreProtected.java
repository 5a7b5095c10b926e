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
import java.util.ArrayList;
import java.util.List;

/** Where no SameSite is said, browsers take Lax. */
@Card(
        id = "edge/session-cookies-are-protected",
        says = "session cookies are sent over https alone and hidden from scripts",
        severity = Severity.HIGH,
        because = "who reads the cookie acts as the user",
        remedy = "set Secure, HttpOnly and SameSite on every session cookie",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_COOKIE_UNPROTECTED,
        verifies = {"EP-11", "CE-16"})
public final class SessionCookiesAreProtected implements Rule.OfEnvironment<AnswerProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen, asked -> true, "nothing of the kind was answered", (asked, answer) -> judge(asked, answer));
    }

    private static Verdict judge(EdgeAnswer asked, Answer answer) {
        return Cookies.none(answer)
                ? Verdict.held(asked.says() + " sets no cookie", answer.exchange())
                : Verdict.all(Cookies.of(answer)
                        .map(cookie -> judge(cookie, asked, answer))
                        .toList());
    }

    private static Verdict judge(SetCookie cookie, EdgeAnswer asked, Answer answer) {
        String saw = asked.says() + " sets " + cookie.name();
        if (!cookie.isOfASession()) {
            return Verdict.held(saw + ", which is no session's", answer.exchange());
        }
        List<String> missing = new ArrayList<>();
        if (!cookie.has("secure")) {
            missing.add("Secure");
        }
        if (!cookie.has("httponly")) {
            missing.add("HttpOnly");
        }
        if (cookie.has("samesite")
                && !cookie.attributes().getOrDefault("samesite", "").matches("(?i)lax|strict|none")) {
            missing.add("a SameSite that browsers know");
        }
        return missing.isEmpty()
                ? Verdict.held(saw + " with Secure and HttpOnly", answer.exchange())
                : Verdict.broken(
                        "Secure, HttpOnly and a known SameSite",
                        saw + " without " + String.join(", ", missing),
                        answer.exchange());
    }
}
