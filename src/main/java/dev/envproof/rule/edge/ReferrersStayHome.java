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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The last value that browsers know counts (Referrer Policy, 8.1). */
@Card(
        id = "edge/referrers-stay-home",
        says = "pages hand no whole address on to other sites",
        severity = Severity.LOW,
        because = "addresses hold tokens and names, and other sites log them",
        remedy = "send `Referrer-Policy: strict-origin-when-cross-origin`, or a narrower one",
        requires = Need.HTTPS_ADDRESS,
        trippedBy = Fault.EDGE_REFERRER_UNSAFE,
        verifies = {"EP-11", "CE-16"})
public final class ReferrersStayHome implements Rule.OfEnvironment<AnswerProbe.Seen> {
    private static final Set<String> UNSAFE = Set.of("unsafe-url", "no-referrer-when-downgrade");
    private static final Set<String> KNOWN = Set.of(
            "no-referrer",
            "no-referrer-when-downgrade",
            "same-origin",
            "origin",
            "strict-origin",
            "origin-when-cross-origin",
            "strict-origin-when-cross-origin",
            "unsafe-url");

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, AnswerProbe.Seen seen) {
        return EdgeVerdict.each(seen, EdgeAnswer::isPage, "no page is served", (asked, answer) -> judge(asked, answer));
    }

    private static Verdict judge(EdgeAnswer asked, Answer answer) {
        List<String> values = answer.all("Referrer-Policy");
        List<String> known = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(KNOWN::contains)
                .toList();
        if (known.isEmpty()) {
            return values.isEmpty()
                    ? Verdict.held(
                            asked.says() + " leaves it to browsers, which hand on the origin alone", answer.exchange())
                    : Verdict.broken("a known Referrer-Policy", asked.says() + " has " + values, answer.exchange());
        }
        String last = known.get(known.size() - 1);
        return UNSAFE.contains(last)
                ? Verdict.broken(
                        "a Referrer-Policy that keeps paths at home", asked.says() + " has " + last, answer.exchange())
                : Verdict.held(asked.says() + " has " + last, answer.exchange());
    }
}
