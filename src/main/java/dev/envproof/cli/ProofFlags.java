package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.fault.ReferenceSystem;
import dev.envproof.proof.ProofCase;
import dev.envproof.proof.ProofMatrix;
import dev.envproof.report.ReportsUnusable;
import dev.envproof.run.Flags;
import dev.envproof.run.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** At which systems something is proven, and where a whole proof is written. */
final class ProofFlags {
    private ProofFlags() {}

    /** @throws UnknownName for a system that shows no deviation, or another flag */
    static List<String> systems(List<String> flags, Session session) {
        List<String> others =
                flags.stream().filter(it -> !it.startsWith("-Dsystem=")).toList();
        if (!others.isEmpty()) {
            throw new UnknownName(String.join(", ", others) + ": unknown flag; accepted: -Dsystem=…");
        }
        List<String> names = new Systems(Flags.of(session.folder(), new Arguments(flags).values())).names();
        List<String> known = Arrays.stream(ReferenceSystem.values())
                .map(ReferenceSystem::folder)
                .toList();
        List<String> unknown =
                names.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownName("proof: nothing is shown on the replica of "
                    + unknown.stream().collect(Collectors.joining(", ")) + "; known: " + String.join(", ", known));
        }
        return names;
    }

    /** Where index.html looks for it. */
    static void write(Path folder, List<ProofCase> cases) {
        Path file = folder.resolve("reports/proof/matrix.json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ProofMatrix.of("embedded", cases));
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
    }
}
