package dev.envproof.cli;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.fault.Deviation;
import dev.envproof.proof.Proof;
import dev.envproof.proof.ProofCase;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.report.FindingText;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import dev.envproof.suite.Suite;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code proof cors/ health/green-then-red}: proves the deviations whose id begins with an argument, all where none is
 * given; {@code proof healthy:50} runs the healthy replica so many times.
 */
final class ProofCommand {
    private static final String HEALTHY = "healthy:";
    private final PrintStream out;
    private final Map<String, String> processEnvironment;

    ProofCommand(PrintStream out, Map<String, String> processEnvironment) {
        this.out = out;
        this.processEnvironment = processEnvironment;
    }

    /** Whether everything that was asked for held. */
    boolean run(List<String> arguments) {
        refuse(arguments);
        try (Replica replica = EmbeddedReplica.start(files(Map.of()), Set.of(), out::println)) {
            Proof proof = new Proof(replica, this::files, Suite.everything(), Path.of(".envproof"));
            boolean held = true;
            for (String argument : arguments.isEmpty() ? List.of("") : arguments) {
                held &= argument.startsWith(HEALTHY)
                        ? healthy(proof, Integer.parseInt(argument.substring(HEALTHY.length())))
                        : deviations(proof, argument);
            }
            return held;
        }
    }

    /** Before anything is started. */
    private static void refuse(List<String> arguments) {
        String complaints = arguments.stream()
                .flatMap(argument -> complaint(argument).stream().map(seen -> KeyPath.shown(argument) + ": " + seen))
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new UnknownName(complaints);
        }
    }

    private static Optional<String> complaint(String argument) {
        if (argument.startsWith(HEALTHY)) {
            return argument.substring(HEALTHY.length()).matches("[1-9][0-9]{0,5}")
                    ? Optional.empty()
                    : Optional.of("not a number of runs; accepted: as healthy:50");
        }
        List<String> ids = Deviation.all().map(Deviation::id).toList();
        return ids.stream().anyMatch(id -> id.startsWith(argument))
                ? Optional.empty()
                : Optional.of("no fault or look-alike begins so" + Nearest.question(argument, ids)
                        + " (docs/proof.md lists them)");
    }

    private boolean healthy(Proof proof, int times) {
        int green = 0;
        for (int run = 1; run <= times; run++) {
            Findings findings = proof.healthy();
            List<Finding> alarms = findings.findings().stream()
                    .filter(finding -> !finding.isHeld())
                    .toList();
            green += alarms.isEmpty() ? 1 : 0;
            out.println("healthy run " + run + ": " + findings.findings().size() + " findings, " + alarms.size()
                    + " not held, " + findings.took().toMillis() + " ms");
            alarms.forEach(alarm -> out.println(FindingText.of(alarm)));
        }
        out.println(green + " of " + times + " healthy runs were green");
        return green == times;
    }

    private boolean deviations(Proof proof, String prefix) {
        List<Deviation> asked = Deviation.all()
                .filter(deviation -> deviation.id().startsWith(prefix))
                .toList();
        asked.stream()
                .filter(Deviation::needsContainers)
                .forEach(it -> out.println("not shown " + it.id() + ": the embedded engine has no containers"));
        List<ProofCase> cases = asked.stream()
                .filter(deviation -> !deviation.needsContainers())
                .map(proof::of)
                .peek(this::print)
                .toList();
        long proven = cases.stream().filter(ProofCase::isProven).count();
        out.println(proven + " of " + cases.size() + " proven" + (prefix.isEmpty() ? "" : " (" + prefix + ")"));
        return proven == cases.size() && !cases.isEmpty();
    }

    private void print(ProofCase it) {
        out.println((it.isProven() ? "proven " : "NOT PROVEN ") + it.deviation().id() + " ("
                + it.during().took().toMillis() + " ms)");
        if (!it.detectedBy().equals(it.expectation().primary())) {
            out.println("  expected " + it.expectation().primary() + ", found by " + it.detectedBy());
        }
        it.falseAlarms().forEach(alarm -> out.println("  false alarm: " + FindingText.of(alarm)));
        it.damage().forEach(alarm -> out.println("  not green again: " + FindingText.of(alarm)));
    }

    private SystemUnderTest files(Map<String, String> overlay) {
        return Environments.load(Path.of("environments", "job-platform"), processEnvironment, overlay);
    }
}
