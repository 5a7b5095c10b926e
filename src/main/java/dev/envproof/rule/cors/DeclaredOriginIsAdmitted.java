package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.evidence.VisibleText;
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

@Card(
        id = "cors/declared-origin-is-admitted",
        says = "the environment's own pages are admitted",
        severity = Severity.HIGH,
        because = "browsers keep the environment's own front end from reading any answer",
        remedy = "list the origin exactly as a browser sends it: no slash at the end, no path, no port of the scheme",
        requires = Need.CORS,
        trippedBy = Fault.CORS_DECLARED_ORIGIN_REFUSED,
        verifies = {"IN-11", "CE-04", "EP-05"})
public final class DeclaredOriginIsAdmitted implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Verdict.all(seen.paths().stream()
                .flatMap(path -> path.of(OriginShape.DECLARED).stream()
                        .filter(answer -> !asksForTooMuch(path, answer))
                        .map(answer -> judge(path, answer)))
                .toList());
    }

    /** Not refused for its origin; {@link PreflightAdmitsWhatTheFrontEndSends} has the finding. */
    private static boolean asksForTooMuch(CorsPath path, CorsAnswer answer) {
        return answer.kind() != Kind.REAL && !answer.admits() && path.admitsWithoutHeaders(answer.origin());
    }

    private static Verdict judge(CorsPath path, CorsAnswer answer) {
        if (path.doubt(answer).isPresent()) {
            return Verdict.inconclusive(path.doubt(answer).get(), answer.exchange());
        }
        if (answer.allowedOrigins().size() > 1) {
            String owner = Refusal.idOf(OneAllowOriginAnswers.class);
            return Verdict.inconclusive("two layers answer; see " + owner, answer.exchange());
        }
        if (answer.admitsAll() && !path.isPublic()) {
            String owner = Refusal.idOf(PrivateEndpointIsNotOpenToAll.class);
            return Verdict.inconclusive("* is answered; see " + owner, answer.exchange());
        }
        if (answer.admits() || answer.admitsAll()) {
            return Verdict.held(answer.origin().value() + " is admitted", answer.exchange());
        }
        return answer.status() >= 500
                ? Verdict.inconclusive("%s answers %d".formatted(path.path(), answer.status()), answer.exchange())
                : Verdict.broken(
                        "Access-Control-Allow-Origin: " + answer.origin().value(),
                        saw(path, answer),
                        answer.exchange());
    }

    private static String saw(CorsPath path, CorsAnswer answer) {
        String values = VisibleText.of(String.join(", ", answer.allowedOrigins()));
        String shown = values.isEmpty() ? "none" : values.substring(0, Math.min(values.length(), 100));
        return "%s at %s (%s, status %d)"
                .formatted(shown, path.path(), answer.kind().says(), answer.status());
    }
}
