package dev.envproof.rule.parity;

import dev.envproof.environment.BuildName;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The build has the declared name, or a name of the declared form. */
@Card(
        id = "parity/build-is-as-declared",
        says = "the build that answers is the declared one, or is named as declared",
        severity = Severity.HIGH,
        because = "a build whose name leads to no commit can be neither compared, nor repeated, nor rolled back",
        remedy = "deploy the declared build, tagged as `parity.build.named` says, never as latest",
        requires = {Need.PARITY, Need.PARITY_BUILD, Need.PARITY_BUILD_NAMED},
        trippedBy = Fault.PARITY_BUILD_IS_LATEST,
        verifies = {"EA-09", "IN-06"})
public final class BuildIsAsDeclared implements Rule.OfEnvironment<BuildProbe.Seen> {

    @Override
    public Verdict judge(SystemUnderTest system, Environment environment, BuildProbe.Seen seen) {
        Parity.Build declared = system.parity().map(Parity::build).orElse(Parity.Build.UNDECLARED);
        Expected expected = new Expected(
                of(declared.version(), environment),
                of(declared.rollingFrom(), environment),
                of(declared.named(), environment));
        return Verdict.all(seen.services().stream().map(expected::judge).toList());
    }

    private static <T> Optional<T> of(Map<String, T> values, Environment environment) {
        return Optional.ofNullable(values.get(environment.name()));
    }

    /** What is declared of one environment's build. */
    private record Expected(Optional<String> version, Optional<String> leaving, Optional<BuildName> named) {
        Verdict judge(ServiceBuilds service) {
            List<String> odd =
                    service.names().stream().filter(name -> !fits(name)).toList();
            String saw = service.service() + ": " + String.join(", ", odd.isEmpty() ? service.names() : odd);
            if (service.told().isEmpty()) {
                return Builds.untold(service);
            }
            return odd.isEmpty()
                    ? Verdict.held(saw, service.told().get(0).exchange())
                    : Verdict.broken(says(), saw, Builds.oneOfEach(service));
        }

        private boolean fits(String build) {
            boolean isMeant = version.isEmpty()
                    || version.get().equals(build)
                    || leaving.filter(build::equals).isPresent();
            return isMeant && named.map(form -> form.fits(build)).orElse(true);
        }

        private String says() {
            return version.orElseGet(() -> named.map(BuildName::form).orElse("any build"));
        }
    }
}
