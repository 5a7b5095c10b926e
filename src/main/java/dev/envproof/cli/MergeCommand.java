package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.merge.Merge;
import dev.envproof.merge.UnfitShards;
import dev.envproof.report.Console;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
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
    public ExitCode run(List<String> arguments, Session session) {
        arguments.stream().filter(name -> name.startsWith("-")).findFirst().ifPresent(flag -> {
            throw new UnknownName("merge " + KeyPath.shown(flag) + ": unknown flag; known: --help");
        });
        if (arguments.isEmpty()) {
            throw new UnknownName("merge: no folder named; accepted: the reports folder of each shard");
        }
        List<Path> shards =
                arguments.stream().map(name -> session.folder().resolve(name)).toList();
        Path reports = session.folder().resolve("reports");
        Outcome outcome = merged(shards, session.folder(), reports);
        try (Reports written = Reports.claim(reports)) {
            written.write(outcome);
        }
        List<String> lines = new ArrayList<>(new Console(false).lines(outcome));
        lines.addAll(lines.size() - 1, outcome.gate().reasons());
        lines.forEach(session.out()::println);
        return ExitCode.of(outcome.gate());
    }

    /** What can't be merged leaves no verdict of an earlier run. */
    private static Outcome merged(List<Path> shards, Path folder, Path reports) {
        try {
            return new Merge(folder).of(shards);
        } catch (UnfitShards unfit) {
            if (shards.stream().noneMatch(shard -> shard.normalize().equals(reports.normalize()))) {
                Reports.claim(reports).close();
            }
            throw unfit;
        }
    }
}
