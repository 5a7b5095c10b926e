package dev.envproof.cli;

import dev.envproof.replica.embedded.ServeMain;
import java.util.List;

/** {@code replica}: serves one, or one part of it, in the foreground. */
final class ReplicaCommand implements Command {
    @Override
    public String name() {
        return "replica";
    }

    @Override
    public String takes() {
        return "[stores|service|edge ...]";
    }

    @Override
    public String purpose() {
        return "serve a replica in the foreground";
    }

    @Override
    public String help() {
        return ServeMain.HELP;
    }

    @Override
    public List<String> options() {
        return List.of("--write-env");
    }

    @Override
    public List<String> words() {
        return List.of("stores", "service", "edge");
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        int code = new ServeMain(session.in(), session.out(), session.err()).run(arguments, session.variables());
        return code == 0 ? ExitCode.OPEN : ExitCode.USAGE;
    }
}
