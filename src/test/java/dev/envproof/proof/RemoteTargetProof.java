package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A deployment of separate processes, reached by nothing but URLs and declared credentials. */
@DisplayName("proof at a URL")
class RemoteTargetProof {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_healthy_deployment_opens_the_gate_by_the_rules_that_need_no_replica() throws IOException {
        List<String> console = new ArrayList<>();
        try (Deployment deployment = Deployment.start("");
                Run run = Run.start(flags(), deployment.variables(), console::add)) {
            assertThat(run.gate().reasons()).isEmpty();
            assertThat(run.findings().environments()).containsExactly("development", "production", "staging");
            assertThat(run.findings().rules()).isGreaterThan(Rules.all().size() / 2);
            assertThat(console).anyMatch(line -> line.contains("staging: remote http://127.0.0.1:"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"CORS_REFLECT_ANY_ORIGIN", "ROUTING_HEADER_DROPPED", "ISOLATION_SAME_DATABASE"})
    void a_fault_of_a_deployment_is_found_as_on_the_replica(Fault fault) throws IOException {
        try (Deployment deployment = Deployment.start(fault.id());
                Run run = Run.start(flags(), deployment.variables(), line -> {})) {
            assertThat(run.gate().isOpen()).isFalse();
            assertThat(run.findings().findings())
                    .filteredOn(Finding::isBroken)
                    .as(run.findings().findings().stream()
                            .filter(finding -> !finding.isHeld())
                            .map(FindingText::of)
                            .toList()
                            .toString())
                    .extracting(Finding::rule)
                    .containsAll(primary(fault));
        }
    }

    private static List<String> primary(Fault fault) {
        return Rules.all().stream()
                .map(Rule::card)
                .filter(card -> Arrays.asList(card.trippedBy()).contains(fault))
                .map(card -> card.id())
                .toList();
    }

    /** A folder of its own, so that the reports of the main run stay. */
    private Flags flags() throws IOException {
        for (String name : List.of("environments", "suites")) {
            copy(Path.of(name));
        }
        return Flags.of(folder, Map.of("target", "remote"));
    }

    private void copy(Path source) throws IOException {
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
