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
        id = "cors/null-origin-is-refused",
        says = "the origin null is refused",
        severity = Severity.HIGH,
        because = "every sandboxed frame, on any site, has the origin null and could read answers",
        remedy = "remove null from the allowed origins; a page that needs access gets an origin of its own",
        requires = Need.CORS,
        trippedBy = Fault.CORS_NULL_ORIGIN,
        verifies = {"CE-04", "EP-05"})
public final class NullOriginIsRefused implements Rule.OfEnvironment<CorsProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, CorsProbe.Seen seen) {
        return Refusal.of(OriginShape.NULL, seen.paths());
    }
}
