package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.envproof.fault.Fault;
import dev.envproof.replica.embedded.Deployment;
import dev.envproof.report.FindingText;
import dev.envproof.rule.Rule;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment of separate processes, reached by nothing but URLs and declared credentials. */
@DisplayName("proof at a URL")
class RemoteTargetProof {
    /** Without variables, logs or containers so many rules of the job-platform can be judged. */
    private static final long FEWEST_THAT_A_URL_TELLS = 50;

    @TempDir
    private Path folder = Path.of("");

    /** One after another; the widest last, because processes that have just started are slow. */
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> a_healthy_deployment_opens_the_gate_to_a_runner_that_sees() {
        Deployment deployment = Deployment.start("");
        return Stream.of(
                        dynamicTest(
                                "staging's variables alone",
                                () -> opens(deployment, List.of("staging"), ".*STAGING.*")),
                        dynamicTest(
                                "production's variables alone",
                                () -> opens(deployment, List.of("production"), "(?!.*(STAGING|DEV|DEFAULT)).*")),
                        dynamicTest(
                                "all variables",
                                () -> opens(deployment, List.of("development", "production", "staging"), ".*")))
                .onClose(deployment::close);
    }

    private void opens(Deployment deployment, List<String> environments, String seen) throws IOException {
        Map<String, String> variables = new HashMap<>(deployment.variables());
        variables.keySet().removeIf(name -> !name.matches(seen));
        List<String> console = new ArrayList<>();
        try (Run run = Run.start(flags(Map.of("env", String.join(",", environments))), variables, console::add)) {
            assertThat(run.gate().reasons()).as(notHeld(run)).isEmpty();
            assertThat(run.gate().isOpen()).isTrue();
            assertThat(run.findings().environments()).containsExactlyElementsOf(environments);
            assertThat(run.findings().rules()).isGreaterThan(FEWEST_THAT_A_URL_TELLS);
            assertThat(run.findings().environments())
                    .allSatisfy(name ->
                            assertThat(console).anyMatch(line -> line.contains(name + ": remote http://127.0.0.1:")));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CORS_REFLECT_ANY_ORIGIN", "ROUTING_HEADER_DROPPED", "ISOLATION_SAME_DATABASE"})
    void a_fault_of_a_deployment_is_found_as_on_the_replica(Fault fault) throws IOException {
        try (Deployment deployment = Deployment.start(fault.id());
                Run run = Run.start(flags(Map.of()), deployment.variables(), line -> {})) {
            assertThat(run.gate().isOpen()).isFalse();
            assertThat(run.findings().findings())
                    .filteredOn(Finding::isBroken)
                    .as(notHeld(run))
                    .extracting(Finding::rule)
                    .containsAll(primary(fault));
        }
    }

    private static String notHeld(Run run) {
        return run.findings().findings().stream()
                .filter(finding -> !finding.isHeld())
                .map(FindingText::of)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> primary(Fault fault) {
        return Rules.all().stream()
                .map(Rule::card)
                .filter(card -> Arrays.asList(card.trippedBy()).contains(fault))
                .map(card -> card.id())
                .toList();
    }

    /** A folder of its own, so that the reports of the main run stay. */
    private Flags flags(Map<String, String> more) throws IOException {
        Path copied = Files.createTempDirectory(folder, "run");
        for (String name : List.of("environments", "suites")) {
            copy(Path.of(name), copied);
        }
        Map<String, String> flags = new HashMap<>(more);
        flags.put("target", "remote");
        return Flags.of(copied, flags);
    }

    private static void copy(Path source, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy = folder.resolve(file);
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
