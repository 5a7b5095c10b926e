package dev.envproof.cli;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.fault.Deviation;
import dev.envproof.proof.Proof;
import dev.envproof.proof.ProofCase;
import dev.envproof.proof.Scores;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code proof cors/ health/green-then-red}: proves the deviations whose id begins with an argument, all where none is
 * given; {@code proof healthy:50} runs the healthy replica so many times.
 */
final class ProofCommand implements Command {
    private static final String HEALTHY = "healthy:";

    @Override
    public String name() {
        return "proof";
    }

    @Override
    public String takes() {
        return "[ID-PREFIX...]";
    }

    @Override
    public String purpose() {
        return "prove the rules: each fault on, found, off, green";
    }

    @Override
    public List<String> words() {
        return Deviation.all().map(Deviation::id).toList();
    }

    @Override
    public String help() {
        return """
                usage: envproof proof [-Dsystem=SYSTEM] [ID-PREFIX...]
                Starts each system's replica once, shows its deviations whose id begins with an argument (all of them where
                none is given), and compares what turned red with what must. `healthy:50` runs the healthy replica so many
                times. A whole proof is written to reports/proof/matrix.json.
                exit code: 0 all proven; 1 something was not
                """;
    }

    @Override
    public List<String> options() {
        return List.of("-Dsystem=");
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        Map<Boolean, List<String>> parts =
                arguments.stream().collect(Collectors.partitioningBy(it -> it.startsWith("-D")));
        List<String> words = parts.getOrDefault(false, List.of());
        List<String> systems = ProofFlags.systems(parts.getOrDefault(true, List.of()), session);
        refuse(words, systems);
        boolean held = true;
        List<ProofCase> cases = new ArrayList<>();
        for (String system : systems) {
            held &= at(system, words, session, cases);
        }
        if (words.isEmpty()) {
            ProofFlags.write(session.folder(), cases);
        }
        if (!cases.isEmpty()) {
            Scores.lines(cases).forEach(session.out()::println);
            long proven = cases.stream().filter(ProofCase::isProven).count();
            session.out().println(proven + " of " + cases.size() + " proven");
            held &= proven == cases.size();
        }
        boolean wasHealthy = words.stream().anyMatch(word -> word.startsWith(HEALTHY));
        return held && (wasHealthy || !cases.isEmpty()) ? ExitCode.OPEN : ExitCode.BROKEN;
    }

    /** Starts nothing where the system shows nothing of what is asked for. */
    private static boolean at(String system, List<String> words, Session session, List<ProofCase> cases) {
        List<Deviation> asked = asked(system, words);
        List<String> healthy =
                words.stream().filter(word -> word.startsWith(HEALTHY)).toList();
        if (asked.isEmpty() && healthy.isEmpty()) {
            return true;
        }
        try (Replica replica =
                EmbeddedReplica.start(files(system, session, Map.of()), Set.of(), session.out()::println)) {
            Path memory = session.folder().resolve(".envproof");
            Proof proof = new Proof(replica, overlay -> files(system, session, overlay), Suite.everything(), memory);
            Proving proving = new Proving(proof, session.out());
            boolean green = true;
            for (String word : healthy) {
                green &= proving.healthy(Integer.parseInt(word.substring(HEALTHY.length())));
            }
            cases.addAll(proving.deviations(asked));
            return green;
        }
    }

    private static List<Deviation> asked(String system, List<String> words) {
        return Deviation.all()
                .filter(deviation -> deviation.system().folder().equals(system))
                .filter(deviation -> words.isEmpty()
                        || words.stream().anyMatch(word -> deviation.id().startsWith(word)))
                .toList();
    }

    /** Before anything is started. */
    private static void refuse(List<String> words, List<String> systems) {
        String complaints = words.stream()
                .flatMap(word -> complaint(word).or(() -> elsewhere(word, systems)).stream()
                        .map(seen -> KeyPath.shown(word) + ": " + seen))
                .collect(Collectors.joining("\n"));
        if (!complaints.isEmpty()) {
            throw new UnknownName(complaints);
        }
    }

    private static Optional<String> elsewhere(String word, List<String> systems) {
        List<String> known = Deviation.all()
                .filter(deviation -> deviation.id().startsWith(word))
                .map(deviation -> deviation.system().folder())
                .distinct()
                .toList();
        return known.isEmpty() || known.stream().anyMatch(systems::contains)
                ? Optional.empty()
                : Optional.of("the replica of " + String.join(", ", known) + " shows it; add -Dsystem="
                        + String.join(",", known));
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

    private static SystemUnderTest files(String system, Session session, Map<String, String> overlay) {
        Path folder = session.folder().resolve("environments").resolve(system);
        return Environments.load(folder, session.variables(), overlay);
    }
}
