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
        id = "cors/dots-are-compared-as-dots",
        says = "another character in place of a dot is refused",
        severity = Severity.HIGH,
        because = "anyone can register wwwxgood.tld, which an unescaped dot of a regular expression admits",
        remedy = "escape the dots of the regular expression, or compare for equality",
        requires = {Need.CORS, Need.DOTTED_ORIGIN},
        trippedBy = Fault.CORS_UNESCAPED_DOT,
        verifies = {"CE-04", "EP-05"})
public final class DotsAreComparedAsDots implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(OriginShape.OTHER_DOT, seen.paths());
    }
}
