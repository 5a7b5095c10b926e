package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.suite.Finding;
import java.util.stream.Collectors;

/** The record behind one finding: every exchange that its verdict rests on, as it was redacted at the door. */
final class EvidenceFile {
    private EvidenceFile() {}

    /** Relative to the reports folder, such as {@code evidence/staging/cors.foreign-origin-is-refused.txt}. */
    static String pathOf(Finding finding) {
        String subject = finding.subject().toString().replace(" -> ", "-to-");
        return "evidence/" + subject + "/" + finding.rule().replace('/', '.') + ".txt";
    }

    static String textOf(Finding finding) {
        String exchanges =
                finding.verdict().exchanges().stream().map(EvidenceFile::textOf).collect(Collectors.joining("\n\n"));
        return FindingText.of(finding) + "\n\n" + exchanges + "\n";
    }

    /** What was sent, each line behind {@code >}, and what came, behind {@code <}. */
    static String textOf(Exchange exchange) {
        StringBuilder text =
                new StringBuilder(1_024).append("> ").append(exchange.request().replace("\n", "\n> "));
        exchange.answer().forEach(line -> text.append("\n< ").append(line));
        return text.toString();
    }
}
