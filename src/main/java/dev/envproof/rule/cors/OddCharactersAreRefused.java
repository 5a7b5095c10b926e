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
        id = "cors/odd-characters-are-refused",
        says = "a declared host with an odd character behind it is refused",
        severity = Severity.HIGH,
        because = "some browsers resolve such names, so that a foreign page is taken for a declared one",
        remedy = "compare the whole origin for equality in place of taking a host name out of it",
        requires = Need.CORS,
        trippedBy = Fault.CORS_SPECIAL_CHARACTERS,
        verifies = {"CE-04", "EP-05"})
public final class OddCharactersAreRefused implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(OriginShape.ODD_CHARACTER, seen.paths());
    }
}
