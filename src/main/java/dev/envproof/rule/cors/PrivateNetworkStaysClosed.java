package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import dev.envproof.probe.cors.CorsPath;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;

@Card(
        id = "cors/private-network-stays-closed",
        says = "pages of public sites may not reach it in a private network",
        severity = Severity.MEDIUM,
        because = "a public page could reach the service inside the visitor's network (CVE-2024-6221)",
        remedy = "do not answer Access-Control-Allow-Private-Network, or declare cors.private-network",
        requires = {Need.CORS, Need.PRIVATE_NETWORK_CLOSED},
        trippedBy = Fault.CORS_PRIVATE_NETWORK_OPEN,
        verifies = {"CE-04", "EP-05"})
public final class PrivateNetworkStaysClosed implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Verdict.all(seen.paths().stream()
                .flatMap(path -> path.answers().stream()
                        .filter(answer -> answer.kind() == Kind.PRIVATE_NETWORK_PREFLIGHT)
                        .map(answer -> judge(path, answer)))
                .toList());
    }

    private static Verdict judge(CorsPath path, CorsAnswer answer) {
        Optional<String> doubt = path.doubt(answer);
        if (doubt.isPresent()) {
            return Verdict.inconclusive(doubt.get(), answer.exchange());
        }
        if (answer.allowsPrivateNetwork()) {
            return Verdict.broken(
                    "no Access-Control-Allow-Private-Network",
                    "true for %s at %s".formatted(answer.origin().value(), path.path()),
                    answer.exchange());
        }
        return path.isPublic() || path.control(Kind.PREFLIGHT).isPresent()
                ? Verdict.held("no permission", answer.exchange())
                : Verdict.inconclusive(
                        "no preflight is admitted; see " + Refusal.idOf(DeclaredOriginIsAdmitted.class),
                        answer.exchange());
    }
}
