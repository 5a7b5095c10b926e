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
import java.util.Optional;

@Card(
        id = "cors/real-request-agrees-with-preflight",
        says = "a real request is judged like its preflight",
        severity = Severity.CRITICAL,
        because = "simple requests have no preflight, so what the real request admits is what any page can read",
        remedy = "use one CORS policy for OPTIONS and for every other method",
        requires = Need.CORS,
        trippedBy = Fault.CORS_REAL_REQUEST_LAX,
        verifies = {"CE-04", "EP-05"})
public final class RealRequestAgreesWithPreflight implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Verdict.all(seen.paths().stream()
                .filter(path -> !path.isPublic())
                .map(RealRequestAgreesWithPreflight::judge)
                .toList());
    }

    private static Verdict judge(CorsPath path) {
        List<CorsAnswer> foreign = path.of(OriginShape.FOREIGN);
        Optional<String> doubt =
                foreign.stream().flatMap(answer -> path.doubt(answer).stream()).findFirst();
        if (doubt.isPresent()) {
            return Verdict.inconclusive(doubt.get());
        }
        if (path.isLaxerThanItsPreflight()) {
            CorsAnswer real = path.of(OriginShape.FOREIGN, Kind.REAL).get(0);
            String saw = "only the preflight refuses %s at %s"
                    .formatted(real.origin().value(), path.path());
            return Verdict.broken("both refuse a foreign origin", saw, real.exchange());
        }
        if (foreign.stream().anyMatch(answer -> answer.admits() || answer.admitsAll())) {
            return Verdict.inconclusive("any origin may call; see " + Refusal.idOf(ForeignOriginIsRefused.class));
        }
        return path.control(Kind.PREFLIGHT).isPresent()
                ? Verdict.held("both refuse a foreign origin")
                : Verdict.inconclusive("no preflight is admitted; see " + Refusal.idOf(DeclaredOriginIsAdmitted.class));
    }
}
