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
        id = "flags/documentation-is-as-declared",
        says = "API documentation answers where that is declared, and only there",
        severity = Severity.MEDIUM,
        because = "open documentation hands strangers the map of every endpoint",
        remedy = "switch the documentation off in this environment, or declare `api-documentation: open`",
        requires = Need.API_DOCUMENTATION,
        trippedBy = Fault.FLAGS_DOCUMENTATION_OPEN,
        verifies = {"JP-17", "CE-03"})
public final class DocumentationIsAsDeclared implements Rule.OfEnvironment<ExposureProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, ExposureProbe.Seen seen) {
        return Doors.of(Kind.DOCUMENTATION, environment.apiDocumentation(), seen.routes());
    }
}
