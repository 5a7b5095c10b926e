package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.CorsProbe;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "cors/localhost-is-refused",
        says = "pages on the visitor's own machine are refused",
        severity = Severity.HIGH,
        because = "any program on a visitor's machine that serves a page could act as the signed-in user",
        remedy = "remove localhost from this environment's allowed origins, a template's defaults included",
        requires = {Need.CORS, Need.NO_LOCALHOST_ORIGIN},
        trippedBy = Fault.CORS_LOCALHOST_LEFT_IN,
        verifies = {"IN-11", "CE-04", "EP-05"})
public final class LocalhostIsRefused implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Refusal.of(OriginShape.LOCALHOST, seen.paths());
    }
}
