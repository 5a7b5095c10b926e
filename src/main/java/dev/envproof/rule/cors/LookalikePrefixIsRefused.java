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
        id = "cors/lookalike-prefix-is-refused",
        says = "an origin that only begins like a declared one is refused",
        severity = Severity.CRITICAL,
        because = "anyone can register good.tld.evil.tld and act as the signed-in user (CVE-2019-25211)",
        remedy = "compare the whole origin for equality; anchor regular expressions at both ends",
        requires = Need.CORS,
        trippedBy = Fault.CORS_PREFIX_MATCH,
        verifies = {"CE-04", "EP-05"})
public final class LookalikePrefixIsRefused implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(OriginShape.PREFIX, seen.paths());
    }
}
