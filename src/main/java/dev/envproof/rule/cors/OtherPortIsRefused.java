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
        id = "cors/other-port-is-refused",
        says = "a declared host with another port is refused",
        severity = Severity.MEDIUM,
        because = "another program on that host, with other owners, could read answers",
        remedy = "compare the whole origin, port included",
        requires = Need.CORS,
        trippedBy = Fault.CORS_PORT_IGNORED,
        verifies = {"CE-04", "EP-05"})
public final class OtherPortIsRefused implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(OriginShape.OTHER_PORT, seen.paths());
    }
}
