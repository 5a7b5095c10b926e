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
        id = "cors/sibling-origin-is-refused",
        says = "a sibling environment's pages are refused",
        severity = Severity.HIGH,
        because = "a page of one environment could read another one's data with the visitor's session",
        remedy = "give each environment its own list of allowed origins",
        requires = {Need.CORS, Need.SIBLING_ORIGINS},
        trippedBy = Fault.CORS_SIBLING_ORIGIN,
        verifies = {"IN-11", "CE-04", "EP-05", "EP-16"})
public final class SiblingOriginIsRefused implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Refusal.of(OriginShape.SIBLING, seen.paths());
    }
}
