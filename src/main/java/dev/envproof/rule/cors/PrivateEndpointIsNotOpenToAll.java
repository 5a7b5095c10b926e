package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "cors/private-endpoint-is-not-open-to-all",
        says = "only declared public paths are open to every origin",
        severity = Severity.HIGH,
        because =
                "a star on a private endpoint lets any page read it from inside the visitor's network (CVE-2024-25124)",
        remedy = "name the origins in place of *, or declare the path under cors.public-paths",
        requires = Need.CORS,
        trippedBy = Fault.CORS_STAR_ON_PRIVATE,
        verifies = {"CE-04", "EP-05"})
public final class PrivateEndpointIsNotOpenToAll implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Verdict.all(seen.paths().stream()
                .flatMap(path -> path.answers().stream().map(answer -> judge(path, answer)))
                .toList());
    }

    private static Verdict judge(CorsPath path, CorsAnswer answer) {
        boolean isOpen = answer.admitsAll() && (!path.isPublic() || answer.allowsCredentials());
        if (path.doubt(answer).isPresent()) {
            return Verdict.inconclusive(path.doubt(answer).get(), answer.exchange());
        }
        if (isOpen && answer.allowedOrigins().size() > 1) {
            String owner = Refusal.idOf(OneAllowOriginAnswers.class);
            return Verdict.inconclusive("two layers answer; see " + owner, answer.exchange());
        }
        if (isOpen) {
            String expected = path.isPublic() ? "no credentials beside *" : "no * at a private path";
            return Verdict.broken(expected, "* at " + path.path(), answer.exchange());
        }
        return path.isPublic() || path.answers().stream().anyMatch(CorsAnswer::admits)
                ? Verdict.held("no undeclared *")
                : Verdict.inconclusive("%s admits nobody; see %s"
                        .formatted(path.path(), Refusal.idOf(DeclaredOriginIsAdmitted.class)));
    }
}
