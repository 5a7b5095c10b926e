package dev.envproof.cli;

import dev.envproof.fault.Deviation;
import dev.envproof.proof.Proof;
import dev.envproof.proof.ProofCase;
import dev.envproof.proof.Turn;
import dev.envproof.report.FindingText;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.io.PrintStream;
import java.util.List;

/** Proves what was asked for at one system and prints a line for each. */
record Proving(Proof proof, PrintStream out) {
    /** Whether all of them were green. */
    boolean healthy(int times) {
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

    /** @param asked that this system's replica shows */
    List<ProofCase> deviations(List<Deviation> asked) {
        asked.stream()
                .filter(Deviation::needsContainers)
                .forEach(it -> out.println("not shown " + it.id() + ": the embedded engine has no containers"));
        List<Deviation> shown =
                asked.stream().filter(it -> !it.needsContainers()).toList();
        return Turn.of(shown).stream()
                .flatMap(turn -> proof.of(turn).stream())
                .peek(this::print)
                .toList();
    }

    private void print(ProofCase it) {
        out.println(it.word() + " " + it.deviation().id() + " ("
                + it.during().took().toMillis() + " ms)");
        if (!it.detectedBy().equals(it.expectation().primary())) {
            out.println("  expected " + it.expectation().primary() + ", found by " + it.detectedBy());
        }
        it.falseAlarms().forEach(alarm -> out.println("  false alarm: " + FindingText.of(alarm)));
        it.damage().forEach(alarm -> out.println("  not green again: " + FindingText.of(alarm)));
    }
}
