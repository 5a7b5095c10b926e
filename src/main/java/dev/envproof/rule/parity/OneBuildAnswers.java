package dev.envproof.rule.parity;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Parity;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.fault.Fault;
import dev.envproof.probe.parity.BuildProbe;
import dev.envproof.probe.parity.ServiceBuilds;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All instances of a service run one build, but for the two of a declared roll-out. */
@Card(
        id = "parity/one-build-answers",
        says = "every answer of a service comes from one build",
        severity = Severity.CRITICAL,
        because = "an instance that was not deployed does what nobody expects any more, for some callers",
        remedy = "deploy the missing instances, or declare `parity.build.rolling-from` while a roll-out lasts",
        requires = {Need.PARITY, Need.PARITY_BUILD},
        trippedBy = Fault.PARITY_OLD_INSTANCE_LEFT,
        verifies = {"IN-06", "EA-09", "CE-21"})
public final class OneBuildAnswers implements Rule.OfEnvironment<BuildProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, BuildProbe.Seen seen) {
        Parity.Build declared = system.parity().map(Parity::build).orElse(Parity.Build.UNDECLARED);
        Optional<String> leaving = Optional.ofNullable(declared.rollingFrom().get(environment.name()));
        return Verdict.all(
                seen.services().stream().map(service -> judge(service, leaving)).toList());
    }

    private static Verdict judge(ServiceBuilds service, Optional<String> leaving) {
        if (service.told().isEmpty()) {
            return Builds.untold(service);
        }
        Set<String> names = new TreeSet<>(service.names());
        leaving.ifPresent(names::remove);
        String saw = service.service() + ": " + String.join(", ", service.names()) + " in "
                + service.told().size() + " answers";
        boolean isOne = names.size() <= 1 || service.identities().size() == 1;
        return isOne
                ? Verdict.held(saw, service.told().get(0).exchange())
                : Verdict.broken("one build of each service", saw, Builds.oneOfEach(service));
    }
}
