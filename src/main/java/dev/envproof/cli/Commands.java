package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import java.util.List;

/** Every command; a new one is one more line here. */
final class Commands {
    /** The first is the one that runs where none is named. */
    static final List<Command> ALL = List.of(
            new VerifyCommand(),
            new ListCommand(),
            new ExplainCommand(),
            new CompareCommand(),
            new FingerprintsCommand(),
            new InitCommand(),
            new ImportCommand(),
            new ReplicaCommand(),
            new ProofCommand(),
            new MergeCommand(),
            new CompletionCommand());

    private Commands() {}

    /** @throws UnknownName with the nearest name */
    static Command named(String name) {
        List<String> names = ALL.stream().map(Command::name).toList();
        return ALL.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UnknownName(KeyPath.shown(name) + ": unknown command"
                        + Nearest.question(name, names)
                        + (Nearest.to(name, names).isPresent() ? " " : "; ")
                        + "known: " + String.join(", ", names)));
    }
}
