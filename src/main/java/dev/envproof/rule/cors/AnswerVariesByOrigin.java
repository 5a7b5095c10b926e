package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

@Card(
        id = "cors/answer-varies-by-origin",
        says = "an answer that depends on the origin tells caches so",
        severity = Severity.LOW,
        because = "a cache hands one origin's answer to another, which then fails, or reads what it should not",
        remedy = "answer `Vary: Origin` wherever Access-Control-Allow-Origin depends on the request",
        requires = Need.CORS,
        trippedBy = Fault.CORS_VARY_MISSING,
        verifies = {"CE-04", "EP-05"})
public final class AnswerVariesByOrigin implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Verdict.all(seen.paths().stream()
                .filter(path -> !path.isPublic())
                .map(path -> Admission.of(List.of(path), List.of(Kind.REAL), answer -> judge(path, answer)))
                .toList());
    }

    private static Verdict judge(CorsPath path, CorsAnswer answer) {
        if (answer.variesByOrigin()) {
            return Verdict.held("Vary names Origin, or nothing is cached", answer.exchange());
        }
        boolean isConstant = path.of(OriginShape.FOREIGN, Kind.REAL).stream()
                .anyMatch(foreign -> foreign.allowedOrigins().equals(answer.allowedOrigins()));
        return isConstant
                ? Verdict.held("the answer does not depend on the origin", answer.exchange())
                : Verdict.broken("Vary: Origin", "no such Vary at " + path.path(), answer.exchange());
    }
}
