package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.probe.inspect.Mount;
import dev.envproof.rule.Card;
import dev.envproof.rule.Need;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Severity;
import dev.envproof.rule.Verdict;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No data is mounted in both where one of them can write it; a file that both only read is no store. */
@Card(
        id = "isolation/volumes-are-not-shared",
        says = "no volume is mounted in both",
        severity = Severity.CRITICAL,
        because = "one environment overwrites, or reads, what the other keeps",
        remedy = "give each environment volumes and folders of its own, or mount what both need read-only",
        requires = Need.CONTAINERS,
        trippedBy = Fault.ISOLATION_VOLUME_SHARED,
        verifies = {"EP-03", "EP-08", "IN-12"},
        unordered = true)
public final class VolumesAreNotShared implements Rule.OfPair<InspectProbe.Seen> {

    @Override
    public Verdict judge(Environment from, InspectProbe.Seen a, Environment to, InspectProbe.Seen b) {
        Set<String> meant = new HashSet<>(a.declared().sharedVolumes());
        meant.retainAll(b.declared().sharedVolumes());
        return Apart.judge(
                from,
                a,
                to,
                b,
                "data of each environment alone",
                (one, other) -> shared(one, other)
                        .filter(mount -> !meant.contains(mount.name()))
                        .map(mount -> mount.name() + " is mounted in " + one.name() + " of " + from.name() + " and in "
                                + other.name() + " of " + to.name()));
    }

    private static Stream<Mount> shared(Container one, Container other) {
        return one.mounts().stream()
                .filter(mine -> other.mounts().stream()
                        .anyMatch(its -> mine.overlaps(its) && (mine.writable() || its.writable())));
    }
}
