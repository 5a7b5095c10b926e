package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import java.util.ArrayList;
import java.util.List;

/** A finding as a person reads it: what was expected, what was seen, why it matters, what to do, how to see it again. */
public final class FindingText {
    private FindingText() {}

    /** The whole message, lines joined by line feeds. */
    public static String of(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(headline(finding));
        Verdict verdict = finding.verdict();
        if (verdict instanceof Verdict.Broken broken) {
            lines.add("  expected: " + broken.expected());
            lines.add("  but saw:  " + broken.saw());
        } else if (verdict instanceof Verdict.Inconclusive open) {
            lines.add("  could not look: " + open.why());
        } else if (verdict instanceof Verdict.Held held) {
            lines.add("  saw:      " + held.saw());
        }
        lines.add("  because:  " + finding.card().because());
        lines.add("  remedy:   " + finding.card().remedy());
        verdict.exchanges().stream()
                .findFirst()
                .map(Exchange::again)
                .ifPresent(again -> lines.add("  again:    " + again));
        lines.add("  rule:     " + finding.rule() + "   evidence: reports/" + EvidenceFile.pathOf(finding));
        return String.join("\n", lines);
    }

    /** The message, and every exchange that the verdict rests on. */
    public static String withEvidence(Finding finding) {
        return EvidenceFile.textOf(finding);
    }

    /** One line: {@code [CRITICAL] staging: a browser on a foreign origin is refused - BROKEN}. */
    public static String headline(Finding finding) {
        return "[" + finding.card().severity() + "] " + sentence(finding) + " - " + word(finding);
    }

    /** The headline, and for an inconclusive finding why it is; the rest is in the reports. */
    static String brief(Finding finding) {
        return finding.verdict() instanceof Verdict.Inconclusive open
                ? headline(finding) + ": " + open.why()
                : headline(finding);
    }

    /** The sentence alone, which is also the test's display name. */
    public static String sentence(Finding finding) {
        return finding.subject() + ": " + finding.card().says();
    }

    /** HELD, BROKEN, INCONCLUSIVE, or WAIVED where a waiver covers a broken rule. */
    public static String word(Finding finding) {
        if (finding.isBroken() && finding.waiver().isPresent()) {
            return "WAIVED";
        }
        return finding.isHeld() ? "HELD" : finding.isBroken() ? "BROKEN" : "INCONCLUSIVE";
    }
}
