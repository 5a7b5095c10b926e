package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsAnswer;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.List;

@Card(
        id = "cors/credentials-are-as-declared",
        says = "admitted pages may send credentials where that is declared, and only there",
        severity = Severity.MEDIUM,
        because = "without the permission signed-in pages fail; with an undeclared one they may do more than is meant",
        remedy = "answer `Access-Control-Allow-Credentials: true` exactly where cors.credentials is declared",
        requires = Need.CORS,
        trippedBy = Fault.CORS_CREDENTIALS_REFUSED,
        verifies = {"CE-04", "EP-05"})
public final class CredentialsAreAsDeclared implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        boolean declared = environment.cors().orElseThrow().credentials();
        return Admission.of(seen.paths(), List.of(Kind.PREFLIGHT, Kind.REAL), answer -> judge(declared, answer));
    }

    private static Verdict judge(boolean declared, CorsAnswer answer) {
        return answer.allowsCredentials() == declared
                ? Verdict.held(declared ? "credentials are allowed" : "credentials are not allowed", answer.exchange())
                : Verdict.broken(
                        declared ? "Access-Control-Allow-Credentials: true" : "no Access-Control-Allow-Credentials",
                        declared ? "no such permission" : "true",
                        answer.exchange());
    }
}
