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
        id = "cors/lookalike-suffix-is-refused",
        says = "an origin that only ends like a declared one is refused",
        severity = Severity.CRITICAL,
        because = "anyone can register evilgood.tld and act as the signed-in user (GHSA-vhxv-fg4m-p2w8)",
        remedy = "compare the whole origin for equality; a suffix needs its leading dot and a declared reason",
        requires = Need.CORS,
        trippedBy = Fault.CORS_SUFFIX_MATCH,
        verifies = {"CE-04", "EP-05"})
public final class LookalikeSuffixIsRefused implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(OriginShape.SUFFIX, seen.paths());
    }
}
