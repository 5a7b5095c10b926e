package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "cors/one-allow-origin-answers",
        says = "one layer answers with one allowed origin",
        severity = Severity.HIGH,
        because = "browsers refuse an answer with two Access-Control-Allow-Origin values, even two equal ones",
        remedy = "let either the edge or the service answer for CORS, or let the edge replace the service's header",
        requires = Need.CORS,
        trippedBy = Fault.CORS_TWO_LAYERS_ANSWER,
        verifies = {"CE-04", "EP-05"})
public final class OneAllowOriginAnswers implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Verdict.all(seen.paths().stream()
                .flatMap(path -> path.of(OriginShape.DECLARED).stream()
                        .filter(answer -> !answer.isSilent()
                                || path.control(answer.kind()).isEmpty())
                        .map(answer -> judge(path, answer)))
                .toList());
    }

    private static Verdict judge(CorsPath path, CorsAnswer answer) {
        int values = answer.allowedOrigins().size();
        if (path.doubt(answer).isPresent()) {
            return Verdict.inconclusive(path.doubt(answer).get(), answer.exchange());
        }
        if (values == 0) {
            String owner = Refusal.idOf(DeclaredOriginIsAdmitted.class);
            return Verdict.inconclusive("no layer answers; see " + owner, answer.exchange());
        }
        return values == 1
                ? Verdict.held("one value", answer.exchange())
                : Verdict.broken(
                        "one Access-Control-Allow-Origin value",
                        "%d values at %s (%s)"
                                .formatted(values, path.path(), answer.kind().says()),
                        answer.exchange());
    }
}
