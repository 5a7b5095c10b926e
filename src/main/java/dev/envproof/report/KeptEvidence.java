package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which findings have a file in {@code evidence/}: all, until the folder is full; what did not hold comes first. */
final class KeptEvidence {
    static final String LEFT_OUT = "evidence/left-out.txt";
    static final int MOST_FILES = 5_000;
    static final long MOST_CHARACTERS = 64L * 1024 * 1024;

    private final Set<String> paths = new HashSet<>();
    private final int findings;
    private int leftOut;

    private KeptEvidence(int findings) {
        this.findings = findings;
        this.leftOut = findings;
    }

    static KeptEvidence of(Findings all) {
        KeptEvidence kept = new KeptEvidence(all.findings().size());
        long left = MOST_CHARACTERS;
        List<Finding> worstFirst = Stream.concat(
                        WorstFirst.of(all).stream(), all.findings().stream().filter(Finding::isHeld))
                .toList();
        for (Finding finding : worstFirst) {
            left -= characters(finding);
            if (left < 0 || kept.paths.size() >= MOST_FILES) {
                break;
            }
            kept.paths.add(EvidenceFile.pathOf(finding));
            kept.leftOut--;
        }
        return kept;
    }

    boolean has(Finding finding) {
        return paths.contains(EvidenceFile.pathOf(finding));
    }

    boolean isWhole() {
        return leftOut == 0;
    }

    /** For whoever looks for a file that is not there. */
    String note() {
        return leftOut + " of " + findings + " findings have no file here: the folder holds at most " + MOST_FILES
                + " files and " + MOST_CHARACTERS / 1024 / 1024 + " MiB, what did not hold first.\n";
    }

    private static long characters(Finding finding) {
        long exchanges = finding.verdict().exchanges().stream()
                .mapToLong(KeptEvidence::characters)
                .sum();
        return Math.min(exchanges, EvidenceFile.LONGEST)
                + FindingText.of(finding).length();
    }

    private static long characters(Exchange exchange) {
        return exchange.request().length()
                + exchange.answer().stream()
                        .mapToLong(line -> line.length() + 3L)
                        .sum();
    }
}
