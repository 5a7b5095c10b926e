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

/** Only an enforced policy counts, by what it says. */
@Card(
        id = "edge/pages-limit-their-scripts",
        says = "pages say from where scripts may come",
        severity = Severity.MEDIUM,
        because = "a script that gets into a page acts as its visitor",
        remedy =
                "send an enforced Content-Security-Policy with script-src or default-src; a report-only one stops nothing",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_CONTENT_POLICY_REPORT_ONLY,
        verifies = {"CE-16", "EP-11"})
public final class PagesLimitTheirScripts implements Rule.OfEnvironment<AnswerProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(
                seen, EdgeAnswer::isPage, "no page is served", (asked, answer) -> judge(environment, asked, answer));
    }

    private static Verdict judge(Environment environment, EdgeAnswer asked, Answer answer) {
        if (!environment.edgeSecurity().contentPolicyRequired()) {
            return Verdict.held("none is asked for", answer.exchange());
        }
        List<String> values = answer.all("Content-Security-Policy");
        boolean reports = !answer.all("Content-Security-Policy-Report-Only").isEmpty();
        return ContentPolicy.all(values).stream().anyMatch(ContentPolicy::limitsScripts)
                ? Verdict.held(asked.says() + " has " + values, answer.exchange())
                : Verdict.broken(
                        "an enforced Content-Security-Policy that limits scripts",
                        asked.says() + " has " + (values.isEmpty() ? "none" : values)
                                + (reports ? ", and one that only reports" : ""),
                        answer.exchange());
    }
}
