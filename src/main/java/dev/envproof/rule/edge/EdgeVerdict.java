package dev.envproof.rule.edge;

import dev.envproof.probe.Reply;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.edge.AnswerProbe;
import dev.envproof.probe.edge.EdgeAnswer;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** What rules about response headers share: each answer that concerns them is judged, and there must be one. */
final class EdgeVerdict {
    private static final int FAILED = 500;

    private EdgeVerdict() {}

    /**
     * @param concerns whether a rule is about an answer
     * @param nothing why there may be no such answer
     */
    static Verdict each(
            AnswerProbe.Seen seen,
            Predicate<EdgeAnswer> concerns,
            String nothing,
            BiFunction<EdgeAnswer, Answer, Verdict> judge) {
        List<EdgeAnswer> unanswered = seen.answers().stream()
                .filter(EdgeAnswer::isHttps)
                .filter(asked ->
                        asked.answer().filter(it -> it.status() < FAILED).isEmpty())
                .toList();
        List<Verdict> verdicts = seen.answers().stream()
                .filter(concerns)
                .filter(asked -> asked.answer().isPresent())
                .map(asked -> judge.apply(asked, asked.answer().orElseThrow()))
                .toList();
        if (Verdict.all(verdicts) instanceof Verdict.Broken broken) {
            return broken;
        }
        if (!unanswered.isEmpty()) {
            return Verdict.all(unanswered.stream().map(EdgeVerdict::open).toList());
        }
        return verdicts.isEmpty() && !seen.answers().isEmpty()
                ? new Verdict.Held(
                        nothing,
                        seen.answers().stream().map(it -> it.reply().exchange()).toList())
                : Verdict.all(verdicts);
    }

    private static Verdict open(EdgeAnswer asked) {
        String why = asked.reply() instanceof Reply.NoAnswer none
                ? "no answer: " + none.stage() + ": " + none.why()
                : "the answer is a failure of the server";
        return Verdict.inconclusive(asked.says() + ": " + why, asked.reply().exchange());
    }
}
