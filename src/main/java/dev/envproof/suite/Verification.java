package dev.envproof.suite;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Seen;
import dev.envproof.probe.SocketWire;
import dev.envproof.rule.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks at every target, then judges the selected environments by the suite's rules. */
public final class Verification {
    private static final Duration PROBE_BUDGET = Duration.ofSeconds(60);
    private final List<Target> targets;
    private final Suite suite;

    /** @param targets every environment of the system that this run can reach; siblings are needed for pairs */
    public Verification(List<Target> targets, Suite suite) {
        this.targets = List.copyOf(targets);
        this.suite = suite;
    }

    /** @param selected names of the environments that are verified; pairs count when either side is one of them */
    public Findings of(Set<String> selected) {
        long start = System.nanoTime();
        List<Rule<?>> rules =
                Rules.all().stream().filter(rule -> suite.selects(rule.card())).toList();
        Judging judging = new Judging(targets, selected, suite, look(rules));
        rules.forEach(judging::judge);
        return new Findings(
                targets.get(0).system().name(),
                targets.stream()
                        .map(target -> target.environment().name())
                        .filter(selected::contains)
                        .toList(),
                judging.findings(),
                judging.notApplicable(),
                Duration.ofNanos(System.nanoTime() - start));
    }

    private Sightings look(List<Rule<?>> rules) {
        Set<Class<? extends Seen>> wanted = rules.stream().map(SeenType::of).collect(Collectors.toSet());
        List<Probe<?>> probes = Probes.all().stream()
                .filter(probe -> wanted.contains(probe.sees()))
                .toList();
        Redaction redaction = Redaction.of(secrets());
        Lookout lookout = new Lookout(
                new SocketWire(redaction),
                redaction,
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                PROBE_BUDGET);
        return new Looking(targets, lookout).with(probes);
    }

    private Set<String> secrets() {
        return targets.stream().flatMap(target -> target.secrets().stream()).collect(Collectors.toSet());
    }
}
