package dev.envproof.rule.flags;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.flags.ExposureProbe;
import dev.envproof.probe.flags.RouteExposure.Kind;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;

@Card(
        id = "flags/debug-endpoints-are-as-declared",
        says = "debug endpoints answer where that is declared, and only there",
        severity = Severity.HIGH,
        because = "a debug endpoint tells strangers the configuration, or lets them change it",
        remedy = "switch debug endpoints off in this environment, or declare `debug-endpoints: open`",
        requires = Need.DEBUG_ENDPOINTS,
        trippedBy = Fault.FLAGS_DEBUG_OPEN,
        verifies = {"JP-17", "EA-05", "CE-03"})
public final class DebugEndpointsAreAsDeclared implements Rule.OfEnvironment<ExposureProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ExposureProbe.Seen seen) {
        return Doors.of(Kind.DEBUGGING, environment.debugEndpoints(), seen.routes());
    }
}
