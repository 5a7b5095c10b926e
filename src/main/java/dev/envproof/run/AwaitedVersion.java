package dev.envproof.run;

import dev.envproof.environment.NoTarget;
import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.DeployedVersion;
import dev.envproof.probe.SocketWire;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Holds a run back until the version that it was told to expect answers everywhere. */
final class AwaitedVersion {
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private AwaitedVersion() {}

    /**
     * @throws NoTarget where the system does not say where a version stands
     * @param within the longest wait for each; two minutes where it is empty
     * @throws NotReady where another version still answers then
     */
    static void at(
            List<Target> targets,
            Set<String> selected,
            String version,
            Optional<Duration> within,
            Redaction redaction,
            Consumer<String> console) {
        for (Target target : targets) {
            if (selected.contains(target.environment().name())) {
                await(target, version, within.orElse(DEADLINE), redaction);
                console.accept("  " + target.environment().name() + ": version " + version + " answers");
            }
        }
    }

    private static void await(Target target, String version, Duration within, Redaction redaction) {
        if (!DeployedVersion.isDeclaredBy(target)) {
            throw new NoTarget("-Dexpect.version: system.yaml does not say where health reports the version; add"
                    + " `version: /version` to its `health`");
        }
        SocketWire wire = SocketWire.to(List.of(target), redaction);
        Optional<String> late = new DeployedVersion(target, wire).await(version, within);
        if (late.isPresent()) {
            throw new NotReady(redaction.redact(late.get()));
        }
    }
}
