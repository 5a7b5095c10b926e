package dev.envproof.probe.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.fault.Deviation;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Planted;
import dev.envproof.probe.SocketWire;
import dev.envproof.proof.Expectation;
import dev.envproof.rule.Rule;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Rules;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On real containers, each fault that needs them turns its rules red and no look-alike does. */
@Execution(ExecutionMode.SAME_THREAD)
class InspectOnDocker {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void healthy_containers_are_green_and_seen_in_every_part() {
        try (TwoEnvironments both = TwoEnvironments.showing(Set.of(), folder)) {
            Map<String, InspectProbe.Seen> seen = look(both.targets(Set.of()));

            assertThat(judged(both.targets(Set.of()), seen).values()).allMatch(Verdict.Held.class::isInstance);
            Container database = of("staging", seen).containers().known().orElseThrow().stream()
                    .filter(container -> container.stores().contains("database"))
                    .findFirst()
                    .orElseThrow();
            assertThat(database.running()).isTrue();
            assertThat(database.started()).isPresent();
            assertThat(database.image()).isEqualTo("local/nginx:1.22");
            assertThat(database.imageId()).startsWith("sha256:");
            assertThat(database.networks())
                    .singleElement()
                    .satisfies(network -> assertThat(network.names()).contains("database"));
            assertThat(database.mounts())
                    .singleElement()
                    .satisfies(mount -> assertThat(mount.destination()).isEqualTo("/data"));
            assertThat(database.variables()).containsKeys("PATH", "DATABASE_URL_STAGING");
            assertThat(seen.toString()).doesNotContain("up-password-of");
        }
    }

    static Stream<Deviation> deviations() {
        return Deviation.all().filter(Deviation::needsContainers);
    }

    @ParameterizedTest
    @MethodSource("deviations")
    void a_deviation_turns_red_what_it_must_and_nothing_else(Deviation deviation) {
        try (TwoEnvironments both = TwoEnvironments.showing(Set.of(deviation), folder)) {
            List<Target> targets = both.targets(Set.of(deviation));
            Map<String, Verdict> verdicts = judged(targets, look(targets));
            Expectation expected = Expectation.of(deviation);

            Set<String> red = verdicts.entrySet().stream()
                    .filter(verdict -> !(verdict.getValue() instanceof Verdict.Held))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            Set<String> allowed = new HashSet<>(expected.primary());
            allowed.addAll(expected.companions());
            assertThat(red).as("%s", verdicts).isSubsetOf(allowed);
            assertThat(expected.primary())
                    .allSatisfy(rule -> assertThat(verdicts.get(rule)).isInstanceOf(Verdict.Broken.class));
        }
    }

    private static Map<String, InspectProbe.Seen> look(List<Target> targets) {
        Redaction redaction = Redaction.of(Set.of());
        Lookout lookout = new Lookout(
                new SocketWire(redaction),
                redaction,
                new Fingerprints(),
                targets,
                new Planted(List.of()),
                Duration.ofSeconds(20));
        Map<String, InspectProbe.Seen> seen = new TreeMap<>();
        targets.forEach(target -> seen.put(target.environment().name(), new InspectProbe().look(target, lookout)));
        return seen;
    }

    /** By rule, what it makes of staging, or of staging and production. */
    private static Map<String, Verdict> judged(List<Target> targets, Map<String, InspectProbe.Seen> seen) {
        Target staging = targets.get(0);
        Map<String, Verdict> verdicts = new TreeMap<>();
        for (Rule<?> rule : Rules.all()) {
            if (isAboutContainers(rule)) {
                verdicts.put(rule.card().id(), judge(rule, staging, targets.get(1), seen));
            }
        }
        return verdicts;
    }

    private static boolean isAboutContainers(Rule<?> rule) {
        return rule.faults().stream()
                .anyMatch(
                        id -> deviations().anyMatch(deviation -> deviation.id().equals(id)));
    }

    @SuppressWarnings("unchecked")
    private static Verdict judge(Rule<?> rule, Target staging, Target production, Map<String, InspectProbe.Seen> seen) {
        InspectProbe.Seen ofStaging = of("staging", seen);
        if (rule instanceof Rule.OfPair<?> pair) {
            return ((Rule.OfPair<InspectProbe.Seen>) pair)
                    .judge(staging.environment(), ofStaging, production.environment(), of("production", seen));
        }
        return ((Rule.OfEnvironment<InspectProbe.Seen>) rule).judge(staging.system(), staging.environment(), ofStaging);
    }

    private static InspectProbe.Seen of(String environment, Map<String, InspectProbe.Seen> seen) {
        return Objects.requireNonNull(seen.get(environment));
    }
}
