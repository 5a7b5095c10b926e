package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import java.util.List;

/** {@code verify -Denv=staging -Dsuite=smoke}: the run that the jar is for. */
final class VerifyCommand implements Command {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String takes() {
        return "[-DFLAG=VALUE...]";
    }

    @Override
    public String purpose() {
        return "verify environments; runs where no command is named";
    }

    @Override
    public ExitCode run(List<String> arguments, Session session) {
        Flags flags = flags(arguments, session);
        try (Run run = Run.isTerminal()
                ? Run.start(flags, session.variables(), session.out()::println, new LiveLines(session.out()))
                : Run.start(flags, session.variables(), session.out()::println)) {
            return ExitCode.of(run.gate());
        }
    }

    /** Like a run that fails to start, a mistyped flag leaves no verdict of an earlier run. */
    private static Flags flags(List<String> arguments, Session session) {
        try {
            return Flags.of(session.folder(), new Arguments(arguments).values());
        } catch (UnknownName mistyped) {
            EarlierVerdict.remove(session.folder().resolve("reports"), mistyped);
            throw mistyped;
        }
    }
}
