package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Canaries;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import dev.envproof.probe.SocketWire;
import dev.envproof.rule.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the selected environments, and at their siblings as far as pairs are compared; then judges by the suite's rules.
 */
public final class Verification {
    private static final Duration PROBE_BUDGET = Duration.ofSeconds(60);
    private final List<Target> targets;
    private final Suite suite;
    private final Path memory;
    private final Redaction redaction;
    private final Progress progress;

    /**
     * @param targets every environment of the system that this run can reach; siblings are needed for pairs
     * @param memory a folder that outlives the run, where it notes the canaries that it must remove
     */
    public Verification(List<Target> targets, Suite suite, Path memory) {
        this(targets, suite, memory, Progress.NONE);
    }

    /** @param progress is told of every look */
    public Verification(List<Target> targets, Suite suite, Path memory, Progress progress) {
        this.progress = progress;
        this.targets = List.copyOf(targets);
        this.suite = suite;
        this.memory = memory;
        Map<String, String> secrets = new TreeMap<>();
        targets.forEach(target -> secrets.putAll(target.secrets()));
        this.redaction = Redaction.ofVariables(secrets);
    }

    /** @param selected names of the environments that are verified; pairs count when either side is one of them */
    public Findings of(Set<String> selected) {
        long start = System.nanoTime();
        List<Rule<?>> rules =
                Rules.all().stream().filter(rule -> suite.selects(rule.card())).toList();
        List<String> leftBehind = new ArrayList<>();
        Judging judging = new Judging(targets, selected, suite, look(rules, selected, leftBehind), redaction);
        rules.forEach(judging::judge);
        return new Findings(
                targets.get(0).system().name(),
                targets.stream()
                        .map(target -> target.environment().name())
                        .filter(selected::contains)
                        .toList(),
                judging.findings(),
                judging.notApplicable(),
                leftBehind,
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Sightings look(List<Rule<?>> rules, Set<String> selected, List<String> leftBehind) {
        Map<Class<? extends Seen>, List<Rule<?>>> users = rules.stream().collect(Collectors.groupingBy(SeenType::of));
        List<Probe<?>> probes = Probes.all().stream()
                .filter(probe -> users.containsKey(probe.sees()))
                .toList();
        AtomicReference<@Nullable Canaries> planted = new AtomicReference<>();
        try {
            return new Looking(
                            targets,
                            (probe, target) -> isWanted(users.getOrDefault(probe.sees(), List.of()), selected, target),
                            lookout(),
                            () -> plant(planted),
                            progress)
                    .with(probes);
        } finally {
            Optional.ofNullable(planted.get()).ifPresent(canaries -> {
                canaries.close();
                leftBehind.addAll(canaries.leftBehind());
            });
        }
    }

    /** A probe looks only where a rule will judge what it saw; siblings that were not selected count for pairs alone. */
    static boolean isWanted(List<Rule<?>> users, Set<String> selected, Target target) {
        boolean isSelected = selected.contains(target.environment().name());
        return users.stream()
                .filter(rule -> isSelected || rule instanceof Rule.OfPair)
                .anyMatch(rule -> Unmet.need(rule, Stream.of(target)).isEmpty());
    }

    private Planted plant(AtomicReference<@Nullable Canaries> planted) {
        Canaries canaries = Canaries.plant(targets, redaction, memory);
        planted.set(canaries);
        return canaries.planted();
    }

    private Lookout lookout() {
        return new Lookout(
                new SocketWire(redaction),
                redaction,
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                PROBE_BUDGET);
    }
}
