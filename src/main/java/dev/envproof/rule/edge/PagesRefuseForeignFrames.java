package dev.envproof.rule.edge;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.ContentPolicy;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

/** Where a policy names frame-ancestors, browsers do not read X-Frame-Options. */
@Card(
        id = "edge/pages-refuse-foreign-frames",
        says = "pages can't be framed by foreign ones",
        severity = Severity.MEDIUM,
        because = "a foreign page lays itself over this one and steals its clicks",
        remedy = "send `frame-ancestors` in the Content-Security-Policy, or X-Frame-Options with DENY or SAMEORIGIN",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_FRAMES_ALLOWED,
        verifies = {"EP-11", "CE-16"})
public final class PagesRefuseForeignFrames implements Rule.OfEnvironment<AnswerProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(seen, EdgeAnswer::isPage, "no page is served", (asked, answer) -> judge(asked, answer));
    }

    private static Verdict judge(EdgeAnswer asked, Answer answer) {
        List<ContentPolicy> policies = ContentPolicy.all(answer.all("Content-Security-Policy"));
        boolean isDecidedByPolicy = policies.stream()
                .anyMatch(policy -> policy.sources("frame-ancestors").isPresent());
        List<String> options = answer.all("X-Frame-Options");
        boolean holds = isDecidedByPolicy
                ? policies.stream().anyMatch(ContentPolicy::limitsFrames)
                : !options.isEmpty()
                        && options.stream().allMatch(option -> option.strip().matches("(?i)deny|sameorigin"));
        return holds
                ? Verdict.held(asked.says() + " limits who may frame it", answer.exchange())
                : Verdict.broken(
                        "frame-ancestors, or X-Frame-Options of DENY or SAMEORIGIN",
                        asked.says() + " has "
                                + (isDecidedByPolicy ? "frame-ancestors for anyone" : "X-Frame-Options " + options),
                        answer.exchange());
    }
}
