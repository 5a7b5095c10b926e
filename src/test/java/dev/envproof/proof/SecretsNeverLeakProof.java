package dev.envproof.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.evidence.LeakSearch;
import dev.envproof.fault.Fault;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.report.FindingText;
import dev.envproof.report.Gate;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A system that leaks wherever it can is verified, and nothing that the run wrote holds any of its secrets. */
@DisplayName("proof that secrets never leak")
class SecretsNeverLeakProof {
    private static final Set<Fault> LEAKS = Set.of(
            Fault.SECRETS_ENV_FILE_SERVED,
            Fault.SECRETS_SHARED_BETWEEN_ENVIRONMENTS,
            Fault.SECRETS_ONE_VALUE_TWO_ROLES,
            Fault.SECRETS_ANON_AND_SERVICE_SWAPPED,
            Fault.LOGS_KEY_AT_START_UP,
            Fault.LOGS_URL_IN_ERROR,
            Fault.LOGS_AUTHORIZATION_KEPT,
            Fault.LOGS_REVERSIBLE_FINGERPRINT,
            Fault.FLAGS_DEBUG_OPEN,
            Fault.FLAGS_STACK_TRACE);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void no_file_of_a_run_holds_a_secret_of_the_system() throws IOException {
        SystemUnderTest system = Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());
        List<String> console = new ArrayList<>();
        try (Replica replica = EmbeddedReplica.start(system, LEAKS, console::add)) {
            List<Target> targets = replica.targets();
            Findings findings = verify(targets);
            try (Reports reports = Reports.claim(folder.resolve("reports"))) {
                reports.write(outcome(findings));
            }
            findings.findings().forEach(finding -> console.add(FindingText.of(finding)));
            Files.write(folder.resolve("console.txt"), console);
            Set<String> secrets = targets.stream()
                    .flatMap(target -> target.secrets().values().stream())
                    .collect(Collectors.toSet());

            assertThat(LeakSearch.in(logs(targets), secrets))
                    .as("leaks of the system itself")
                    .isNotEmpty();
            assertThat(broken(findings)).contains("secrets/no-env-file-is-served");
            assertThat(LeakSearch.in(folder, secrets)).as("leaks of the run").isEmpty();
            assertThat(LeakSearch.in(folder, hashes(secrets)))
                    .as("hashes that can be reversed by guessing")
                    .isEmpty();
        }
    }

    private Findings verify(List<Target> targets) {
        Set<String> names =
                targets.stream().map(target -> target.environment().name()).collect(Collectors.toSet());
        return new Verification(targets, Suite.everything(), folder.resolve(".envproof")).of(names);
    }

    private static Outcome outcome(Findings findings) {
        Gate gate = Gate.decide(findings, Suite.everything(), LocalDate.EPOCH);
        return new Outcome(
                findings, Suite.everything(), gate, List.of(), "embedded", List.of(), Instant.EPOCH, Duration.ZERO);
    }

    private static Set<String> broken(Findings findings) {
        return findings.findings().stream()
                .filter(Finding::isBroken)
                .map(Finding::rule)
                .collect(Collectors.toSet());
    }

    private static Set<String> hashes(Set<String> secrets) {
        return Stream.of("MD5", "SHA-1", "SHA-256", "SHA-512")
                .flatMap(algorithm -> secrets.stream().map(secret -> hash(algorithm, secret)))
                .collect(Collectors.toSet());
    }

    private static String hash(String algorithm, String secret) {
        try {
            byte[] hash = MessageDigest.getInstance(algorithm).digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    private static Path logs(List<Target> targets) {
        Path file = targets.get(0).logFiles().values().iterator().next();
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
