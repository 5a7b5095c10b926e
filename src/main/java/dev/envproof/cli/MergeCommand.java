package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.report.Console;
import dev.envproof.report.Outcome;
import dev.envproof.run.Complaint;
import dev.envproof.run.Flags;
import dev.envproof.run.MergedRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code merge shards/1 shards/2}: joins the findings of all shards, writes their reports and decides the gate. */
final class MergeCommand implements Command {
    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String takes() {
        return "REPORTS...";
    }

    @Override
    public String purpose() {
        return "join the reports of runs with -Dshard and decide the gate";
    }

    @Override
    public String help() {
        return """
                usage: envproof merge [-Dhistory=FILE] [-Don.closed=COMMAND [-Don.closed.timeout=60s]] REPORTS...
                Joins the reports/ folders of all shards of one run, writes theirs here, decides the gate, and then does what
                follows it: history, notifications, and the command for a closed gate.
                exit code: as for verify; a missing shard closes the gate
                """;
    }

    @Override
    public List<String> options() {
        return MergedRun.FLAGS.stream().map(flag -> "-D" + flag + "=").toList();
    }

    /** Like a run that fails to start, a mistake leaves no verdict of an earlier run, unless that is to be merged. */
    @Override
    public ExitCode run(List<String> arguments, Session session) {
        try {
            return merged(arguments, session);
        } catch (RuntimeException failed) {
            Path reports = session.folder().resolve("reports").normalize();
            if (Complaint.of(failed).isPresent() && !isAsked(reports, arguments, session)) {
                EarlierVerdict.remove(reports, failed);
            }
            throw failed;
        }
    }

    private static boolean isAsked(Path reports, List<String> arguments, Session session) {
        try {
            return arguments.stream()
                    .map(argument -> session.path(argument).normalize())
                    .anyMatch(reports::equals);
        } catch (UnknownName noPath) {
            return false;
        }
    }

    private ExitCode merged(List<String> arguments, Session session) {
        Given given = Given.to(this, arguments);
        Flags flags = Flags.of(session.folder(), new Arguments(given.options()).values());
        List<Path> shards = given.words().stream().map(session::path).toList();
        if (shards.isEmpty()) {
            throw new UnknownName("merge: no folder named; accepted: the reports folder of each shard");
        }
        Outcome outcome = new MergedRun(flags).of(shards, session.variables(), session.out()::println);
        List<String> lines = new ArrayList<>(new Console(false).lines(outcome));
        lines.addAll(lines.size() - 1, outcome.gate().reasons());
        lines.forEach(session.out()::println);
        return ExitCode.of(outcome.gate());
    }
}
