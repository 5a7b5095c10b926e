package dev.envproof.rule.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.cors.LookalikeOriginProbe;
import dev.envproof.probe.cors.OriginShape;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "cors/other-scheme-is-refused",
        says = "a declared host with another scheme is refused",
        severity = Severity.HIGH,
        because = "whoever sits on the visitor's network can serve the http page of the host and read answers",
        remedy = "compare the scheme too, and list https origins only",
        requires = Need.CORS,
        trippedBy = Fault.CORS_SCHEME_IGNORED,
        verifies = {"CE-04", "EP-05"})
public final class OtherSchemeIsRefused implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(OriginShape.OTHER_SCHEME, seen.paths());
    }
}
