package dev.envproof.cli;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.fault.Deviation;
import dev.envproof.proof.Proof;
import dev.envproof.replica.Replica;
import dev.envproof.replica.embedded.EmbeddedReplica;
import dev.envproof.suite.Suite;
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
    public ExitCode run(List<String> arguments, Session session) {
        refuse(arguments);
        SystemUnderTest system = files(session, Map.of());
        try (Replica replica = EmbeddedReplica.start(system, Set.of(), session.out()::println)) {
            Path memory = session.folder().resolve(".envproof");
            Proof proof = new Proof(replica, overlay -> files(session, overlay), Suite.everything(), memory);
            Proving proving = new Proving(proof, session.out());
            boolean held = true;
            for (String argument : arguments.isEmpty() ? List.of("") : arguments) {
                held &= argument.startsWith(HEALTHY)
                        ? proving.healthy(Integer.parseInt(argument.substring(HEALTHY.length())))
                        : proving.deviations(argument);
            }
            return held ? ExitCode.OPEN : ExitCode.BROKEN;
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

    private static SystemUnderTest files(Session session, Map<String, String> overlay) {
        Path folder = session.folder().resolve("environments").resolve("job-platform");
        return Environments.load(folder, session.variables(), overlay);
    }
}
