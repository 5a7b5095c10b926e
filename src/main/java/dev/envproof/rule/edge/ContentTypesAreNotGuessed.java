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
import java.util.List;

/** By value: a misspelt one counts as none (Fetch Standard). */
@Card(
        id = "edge/content-types-are-not-guessed",
        says = "browsers are told not to guess content types",
        severity = Severity.LOW,
        because = "an upload that looks like a script is run as one",
        remedy = "send `X-Content-Type-Options: nosniff` with every answer",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_NOSNIFF_MISSPELT,
        verifies = {"EP-11", "CE-16"})
public final class ContentTypesAreNotGuessed implements Rule.OfEnvironment<AnswerProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen, EdgeAnswer::isHttps, "nothing of the kind was answered", (asked, answer) -> judge(asked, answer));
    }

    private static Verdict judge(EdgeAnswer asked, Answer answer) {
        List<String> values = answer.all("X-Content-Type-Options");
        boolean holds =
                !values.isEmpty() && values.get(0).split(",", 2)[0].strip().equalsIgnoreCase("nosniff");
        return holds
                ? Verdict.held(asked.says() + " has nosniff", answer.exchange())
                : Verdict.broken(
                        "X-Content-Type-Options: nosniff",
                        asked.says() + " has " + (values.isEmpty() ? "none" : values),
                        answer.exchange());
    }
}
