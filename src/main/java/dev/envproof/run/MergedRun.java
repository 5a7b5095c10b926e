package dev.envproof.run;

import dev.envproof.evidence.Redaction;
import dev.envproof.merge.Merge;
import dev.envproof.merge.Merged;
import dev.envproof.merge.UnfitShards;
import dev.envproof.report.Outcome;
import dev.envproof.report.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What follows the shards of one run: one gate, one history, one telling, one hook. */
public final class MergedRun {
    /** The flags that a merge takes. */
    public static final List<String> FLAGS = List.of("history", "on.closed", "on.closed.timeout");

    private final Flags flags;
    private final Path reports;

    public MergedRun(Flags flags) {
        this.flags = flags;
        this.reports = flags.folder().resolve("reports");
    }

    /**
     * Joins the shards and writes their reports.
     *
     * @param shards the folders of their reports
     * @param processEnvironment holds the addresses of webhooks
     * @throws UnfitShards where they are not the shards of one run
     */
    public Outcome of(List<Path> shards, Map<String, String> processEnvironment, Consumer<String> console) {
        Merged merged = new Merge(flags.folder()).of(shards);
        String system = merged.outcome().findings().system();
        Redaction redaction =
                Hiding.ofProcess(Hiding.ofSystem(flags.folder(), system, processEnvironment), processEnvironment);
        try (Reports written = Reports.claim(reports)) {
            Outcome watched = new Watching(flags, processEnvironment, console)
                    .watched(merged.outcome(), merged.version(), redaction);
            written.write(watched);
            return Run.hooked(watched, flags, redaction, written, console);
        }
    }
}
