package dev.envproof.cli;

import dev.envproof.report.Reports;
import dev.envproof.report.ReportsUnusable;
import java.nio.file.Path;

/** What a run before this one left in {@code reports/}: it must not look like the answer to a mistake. */
final class EarlierVerdict {
    private EarlierVerdict() {}

    /** Removes it; where the folder is in another run's hands, the mistake is told all the same. */
    static void remove(Path reports, RuntimeException mistake) {
        try {
            Reports.claim(reports).close();
        } catch (ReportsUnusable inUse) {
            mistake.addSuppressed(inUse);
        }
    }
}
