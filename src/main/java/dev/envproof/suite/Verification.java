package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Canaries;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import dev.envproof.rule.Rule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
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
        this(targets, suite, memory, Lookout.hiding(targets), Progress.NONE);
    }

    /**
     * @param redaction hides the secrets of these targets, and others that a target could tell
     * @param progress is told of every look
     */
    public Verification(List<Target> targets, Suite suite, Path memory, Redaction redaction, Progress progress) {
        this.progress = progress;
        this.targets = List.copyOf(targets);
        this.suite = suite;
        this.memory = memory;
        this.redaction = redaction;
    }

    /** @param selected names of the environments that are verified; pairs count when either side is one of them */
    public Findings of(Set<String> selected) {
        return of(selected, Shard.WHOLE);
    }

    /** Looks and judges only as far as this part of the suite asks for it. */
    public Findings of(Set<String> selected, Shard shard) {
        long start = System.nanoTime();
        List<Rule<?>> rules =
                Rules.all().stream().filter(rule -> suite.selects(rule.card())).toList();
        List<String> leftBehind = new ArrayList<>();
        Assignment assignment = new Assignment(targets, selected, shard);
        Judging judging = new Judging(assignment, suite, look(rules, assignment, leftBehind), redaction);
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
                Duration.ofNanos(System.nanoTime() - start),
                shard);
    }

    private Sightings look(List<Rule<?>> rules, Assignment assignment, List<String> leftBehind) {
        Map<Class<? extends Seen>, List<Rule<?>>> users = rules.stream().collect(Collectors.groupingBy(SeenType::of));
        List<Probe<?>> probes = Probes.all().stream()
                .filter(probe -> targets.stream()
                        .anyMatch(target -> assignment.needs(users.getOrDefault(probe.sees(), List.of()), target)))
                .toList();
        AtomicReference<@Nullable Canaries> planted = new AtomicReference<>();
        try {
            return new Looking(
                            targets,
                            (probe, target) -> assignment.needs(users.getOrDefault(probe.sees(), List.of()), target),
                            Lookout.over(targets, redaction, PROBE_BUDGET),
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

    private Planted plant(AtomicReference<@Nullable Canaries> planted) {
        Canaries canaries = Canaries.plant(targets, redaction, memory);
        planted.set(canaries);
        return canaries.planted();
    }
}
