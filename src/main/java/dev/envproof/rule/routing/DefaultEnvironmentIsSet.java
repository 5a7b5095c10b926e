package dev.envproof.rule.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.routing.DefaultProbe;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Locale;

/** The deployment says which environment is its default, by a name that exists; which one it is shows in its answers. */
@Card(
        id = "routing/default-environment-is-set",
        says = "its edge's deployment names a default environment that exists",
        severity = Severity.MEDIUM,
        because = "an edge without a default of its own follows whatever the code happens to fall back to",
        remedy = "set the default's variable on this deployment to one of the declared environments",
        requires = {Need.ROUTING_HEADER, Need.EDGE_DEFAULT, Need.DEFAULT_VARIABLE},
        trippedBy = Fault.ROUTING_DEFAULT_UNSET,
        verifies = "JP-03")
public final class DefaultEnvironmentIsSet implements Rule.OfEnvironment<DefaultProbe.Seen> {
    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, DefaultProbe.Seen seen) {
        String value = seen.value().map(String::strip).orElse("");
        if (system.environment(value.toLowerCase(Locale.ROOT)).isPresent()) {
            return Verdict.held(seen.variable() + " is " + value);
        }
        if (seen.value().isEmpty() && !seen.isAllSeen()) {
            return Verdict.inconclusive("this run can't see the variable " + seen.variable());
        }
        // A value that names nothing may be anything that was put there by mistake, so it is not shown.
        String saw = seen.variable() + (value.isEmpty() ? " is not set" : " names no environment");
        return Verdict.broken("the name of a declared environment", saw);
    }
}
