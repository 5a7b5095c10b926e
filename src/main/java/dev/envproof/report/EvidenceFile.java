package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.suite.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** The record behind one finding: the exchanges that its verdict rests on, as they were redacted at the door. */
final class EvidenceFile {
    /** So many characters of exchanges are kept; the rest is counted. */
    static final int LONGEST = 256 * 1024;

    private static final Pattern UNFIT = Pattern.compile("[^A-Za-z0-9._-]");
    private static final Pattern FIRST_DOTS = Pattern.compile("^\\.+");

    private EvidenceFile() {}

    /** Relative to the reports folder, such as {@code evidence/staging/cors.foreign-origin-is-refused.txt}. */
    static String pathOf(Finding finding) {
        String subject = finding.subject().toString().replace(" -> ", "-to-");
        return "evidence/" + name(subject) + "/" + name(finding.rule().replace('/', '.')) + ".txt";
    }

    static String textOf(Finding finding) {
        StringBuilder text = new StringBuilder(FindingText.of(finding));
        List<Exchange> exchanges = finding.verdict().exchanges();
        int begin = text.length();
        for (int index = 0; index < exchanges.size(); index++) {
            String shown = textOf(exchanges.get(index));
            if (text.length() - begin + shown.length() > LONGEST) {
                text.append("\n\n... and ").append(exchanges.size() - index).append(" more exchanges");
                break;
            }
            text.append("\n\n").append(shown);
        }
        return text.append('\n').toString();
    }

    /** Nothing that leads out of the folder. */
    private static String name(String text) {
        return FIRST_DOTS.matcher(UNFIT.matcher(text).replaceAll("_")).replaceFirst("_");
    }

    /** What was sent, each line behind {@code >}, and what came, behind {@code <}. */
    static String textOf(Exchange exchange) {
        StringBuilder text =
                new StringBuilder(1_024).append("> ").append(exchange.request().replace("\n", "\n> "));
        exchange.answer().forEach(line -> text.append("\n< ").append(line));
        return text.toString();
    }
}
