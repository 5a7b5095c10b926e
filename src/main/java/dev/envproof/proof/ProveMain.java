package dev.envproof.proof;

import dev.envproof.environment.Environments;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Development: proves the deviations whose id begins with an argument; {@code healthy} and {@code healthy:50} too. */
public final class ProveMain {
    private ProveMain() {}

    @SuppressWarnings("ClosingStandardOutputStreams") // the replica only prints to it
    public static void main(String[] arguments) {
        Path folder = Path.of("environments/job-platform");
        try (Replica replica = EmbeddedReplica.start(
                Environments.load(folder, System.getenv(), Map.of()), Set.of(), System.out::println)) {
            Proof proof = new Proof(
                    replica, overlay -> Environments.load(folder, System.getenv(), overlay), Path.of(".envproof"));
            for (String argument : arguments) {
                prove(proof, argument);
            }
        }
        System.exit(0);
    }

    private static void prove(Proof proof, String argument) {
        if (argument.startsWith("healthy")) {
            int times = argument.contains(":") ? Integer.parseInt(argument.substring(8)) : 1;
            for (int i = 0; i < times; i++) {
                var findings = proof.healthy();
                System.out.println("healthy " + findings.findings().size() + " findings in "
                        + findings.took().toMillis() + " ms");
                findings.findings().stream()
                        .filter(finding -> !finding.isHeld())
                        .forEach(finding -> System.out.println(dev.envproof.report.FindingText.of(finding)));
            }
            return;
        }
        Stream.<Deviation>concat(Arrays.stream(Fault.values()), Arrays.stream(LookAlike.values()))
                .filter(deviation -> deviation.id().startsWith(argument))
                .map(proof::of)
                .forEach(ProveMain::print);
    }

    private static void print(ProofCase it) {
        System.out.println((it.isProven() ? "PROVEN " : "NOT PROVEN ")
                + it.deviation().getClass().getSimpleName() + " "
                + it.deviation().id() + " " + it.during().took().toMillis() + " ms");
        if (!it.isProven()) {
            System.out.println("   expected " + it.expectation().primary() + " found " + it.detectedBy());
        }
        for (var finding : it.falseAlarms()) {
            System.out.println("   alarm: " + finding.rule() + " " + finding.subject() + " " + finding.verdict());
        }
        for (var finding : it.damage()) {
            System.out.println("   damage: " + finding.rule() + " " + finding.subject() + " " + finding.verdict());
        }
        List.of();
    }
}
