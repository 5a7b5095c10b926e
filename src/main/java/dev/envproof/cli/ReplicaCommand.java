package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.replica.embedded.ServeMain;
import dev.envproof.run.Flags;
import dev.envproof.run.Systems;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return List.of("-Dsystem=", "--write-env");
    }

    @Override
    public List<String> words() {
        return List.of("stores", "service", "edge");
    }

    /** A process serves one system: the variables that it prints are one deployment's. */
    private static String system(List<String> flags, Session session) {
        List<String> others =
                flags.stream().filter(it -> !it.startsWith("-Dsystem=")).toList();
        if (!others.isEmpty()) {
            throw new UnknownName(String.join(", ", others)
                    + ": unknown flag; accepted: -Dsystem=…; faults are named by" + " ENVPROOF_FAULTS");
        }
        return new Systems(Flags.of(session.folder(), new Arguments(flags).values())).one();
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        List<String> flags =
                arguments.stream().filter(it -> it.startsWith("-D")).toList();
        List<String> what =
                arguments.stream().filter(it -> !it.startsWith("-D")).toList();
        Map<String, String> variables = new HashMap<>(session.variables());
        if (!flags.isEmpty()) {
            variables.put("ENVPROOF_SYSTEM", system(flags, session));
        }
        int code = new ServeMain(session.in(), session.out(), session.err()).run(what, variables);
        return code == 0 ? ExitCode.OPEN : ExitCode.USAGE;
    }
}
