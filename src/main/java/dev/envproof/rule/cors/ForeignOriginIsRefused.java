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
        id = "cors/foreign-origin-is-refused",
        says = "a browser on a foreign origin is refused",
        severity = Severity.CRITICAL,
        because = "a reflected origin lets any web page act as the signed-in user",
        remedy = "list exact origins in the gateway's CORS policy; never echo the Origin header",
        requires = Need.CORS,
        trippedBy = Fault.CORS_REFLECT_ANY_ORIGIN,
        verifies = {"IN-11", "CE-04", "EP-05", "EP-16"})
public final class ForeignOriginIsRefused implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Refusal.of(OriginShape.FOREIGN, seen.paths());
    }
}
