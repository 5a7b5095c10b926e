package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.fault.Fault;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.replica.embedded.Misconfiguration;
import dev.envproof.replica.embedded.RealDeployment;
import dev.envproof.report.FindingText;
import dev.envproof.report.Gate;
import dev.envproof.rule.Need;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Suites;
import dev.envproof.suite.Verification;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** At a real deployment, reached by URL, every rule that applies says the same as on the replica. */
@DisplayName("proof at a real deployment")
@Execution(ExecutionMode.SAME_THREAD)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeploymentProof {
    private static final Set<String> EVERYTHING = Set.of("development", "production", "staging");

    /** What an address alone does not give; docs/remote.md says what that means. */
    private static final Set<String> MISSING = Stream.of(Need.LOGS, Need.SERVICE_ADDRESSES, Need.REPLICA)
            .map(need -> "applies only where " + need.says())
            .collect(Collectors.toUnmodifiableSet());

    @TempDir
    private static Path memory = Path.of("");

    private static RealDeployment deployment;

    @BeforeAll
    static void start() {
        deployment = RealDeployment.start();
    }

    @AfterAll
    static void stop() {
        deployment.close();
    }

    @Test
    @Order(1)
    void a_healthy_deployment_opens_the_gate_and_is_judged_as_the_replica_is() {
        Suite suite = new Suites(Path.of("suites")).load("full");
        Findings deployed = verify(suite);
        assertThat(Gate.decide(deployed, suite, LocalDate.now(ZoneOffset.UTC)).reasons())
                .as(notHeld(deployed.findings()))
                .isEmpty();
        Map<String, String> there = verdicts(deployed);
        Map<String, String> here = verdicts(healthyReplica());
        Map<String, String> onTheReplicaOnly = new TreeMap<>(here);
        onTheReplicaOnly.keySet().removeAll(there.keySet());
        assertThat(onTheReplicaOnly.keySet()).isNotEmpty().isSubsetOf(unlooked(deployed));
        Map<String, String> atAnUrlOnly = new TreeMap<>(there);
        atAnUrlOnly.keySet().removeAll(here.keySet());
        assertThat(atAnUrlOnly)
                .as("a deployed URL is a public address, which the replica of a shared edge has not")
                .hasSize(6)
                .allSatisfy((rule, verdict) -> assertThat(rule + " " + verdict).matches("\\w+ edge/[a-z-]+ held"));
        here.keySet().retainAll(there.keySet());
        there.keySet().retainAll(here.keySet());
        assertThat(there).isEqualTo(here);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.envproof.replica.embedded.Misconfiguration#all")
    @Order(2)
    void a_misconfiguration_turns_red_what_it_must_and_nothing_else(Misconfiguration wrong) {
        Fault fault = wrong.fault();
        deployment.show(wrong);
        Findings during = verify(Suite.everything());
        deployment.restore();
        Findings after = verify(Suite.everything());
        ProofCase shown = new ProofCase(fault, Expectation.of(fault), during, Optional.of(after));
        System.out.println((shown.isProven() ? "proven " : "NOT PROVEN ") + fault.id());
        assertThat(shown.detectedBy())
                .as("rules that found it")
                .isEqualTo(shown.expectation().primary());
        assertThat(shown.falseAlarms())
                .as("false alarms:\n" + notHeld(shown.falseAlarms()))
                .isEmpty();
        assertThat(shown.damage())
                .as("not green again:\n" + notHeld(shown.damage()))
                .isEmpty();
    }

    @Test
    @Order(3)
    void at_least_thirty_misconfigurations_are_shown() {
        assertThat(Misconfiguration.all()).hasSizeGreaterThanOrEqualTo(30);
    }

    private static Findings verify(Suite suite) {
        return new Verification(deployment.targets(), suite, memory).of(EVERYTHING);
    }

    private static Findings healthyReplica() {
        try (Replica replica = EmbeddedReplica.start(
                Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of()), Set.of(), line -> {})) {
            return new Verification(replica.targets(), Suite.everything(), memory).of(EVERYTHING);
        }
    }

    private static Map<String, String> verdicts(Findings findings) {
        return findings.findings().stream()
                .collect(Collectors.toMap(
                        finding -> finding.subject() + " " + finding.rule(),
                        finding -> finding.isHeld() ? "held" : finding.isBroken() ? "broken" : "inconclusive",
                        (one, same) -> one,
                        TreeMap::new));
    }

    /** What no rule judged for want of something that an address alone does not give. */
    private static Set<String> unlooked(Findings findings) {
        return findings.notApplicable().stream()
                .filter(it -> MISSING.contains(it.why()))
                .map(it -> it.subject() + " " + it.card().id())
                .collect(Collectors.toSet());
    }

    private static String notHeld(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> !finding.isHeld())
                .map(FindingText::of)
                .collect(Collectors.joining("\n"));
    }
}
