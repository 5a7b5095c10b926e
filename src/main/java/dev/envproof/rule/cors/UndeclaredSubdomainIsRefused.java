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
import java.util.List;

@Card(
        id = "cors/undeclared-subdomain-is-refused",
        says = "an undeclared subdomain is refused",
        severity = Severity.HIGH,
        because = "whoever takes over a forgotten subdomain reaches the API as the signed-in user",
        remedy = "list the hosts that need access, or declare the wildcard that is meant under origin-patterns",
        requires = Need.CORS,
        trippedBy = Fault.CORS_ANY_SUBDOMAIN,
        verifies = {"CE-04", "EP-05"})
public final class UndeclaredSubdomainIsRefused implements Rule.OfEnvironment<LookalikeOriginProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, LookalikeOriginProbe.Seen seen) {
        return Refusal.of(List.of(OriginShape.SUBDOMAIN, OriginShape.NEIGHBOUR), seen.paths());
    }
}
