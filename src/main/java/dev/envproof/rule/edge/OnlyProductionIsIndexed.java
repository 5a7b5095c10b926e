package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.regex.Pattern;

/** A page says it in a header or in itself; a login says it too. */
@Card(
        id = "edge/only-production-is-indexed",
        says = "search engines may list it only where that is meant",
        severity = Severity.LOW,
        because = "test pages show up in searches, and customers end in them",
        remedy = "send `X-Robots-Tag: noindex` outside production, or ask for a login",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_STAGING_INDEXED,
        verifies = {"EA-13", "EP-11"})
public final class OnlyProductionIsIndexed implements Rule.OfEnvironment<AnswerProbe.Seen> {
    private static final Pattern NO_INDEX = Pattern.compile("(?i)(^|[\\s,:])(noindex|none)\\b");
    private static final Pattern META =
            Pattern.compile("(?i)<meta\\b(?=[^>]*\\bname\\s*=\\s*[\"']?robots\\b)[^>]*\\b(noindex|none)\\b");

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen,
                EdgeAnswer::isFrontPage,
                "no page is served",
                (asked, answer) -> judge(system, environment, asked, answer));
    }

    private static Verdict judge(SystemUnderTest system, Environment environment, EdgeAnswer asked, Answer answer) {
        if (environment.edgeSecurity().mayBeIndexed(system, environment)) {
            return Verdict.held("it may be listed", answer.exchange());
        }
        boolean isKeptOut = answer.status() >= 400
                || answer.all("X-Robots-Tag").stream()
                        .anyMatch(value -> NO_INDEX.matcher(value).find())
                || META.matcher(answer.body()).find();
        return isKeptOut
                ? Verdict.held(asked.says() + " keeps search engines out", answer.exchange())
                : Verdict.broken(
                        "noindex, in X-Robots-Tag or in the page",
                        asked.says() + " says nothing of the kind",
                        answer.exchange());
    }
}
