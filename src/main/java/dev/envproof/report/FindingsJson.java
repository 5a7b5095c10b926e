package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.NotApplicable;
import dev.envproof.suite.Subject;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code findings.json}: every finding, and every rule that did not apply with the reason. */
final class FindingsJson {
    private FindingsJson() {}

    static void write(Outcome outcome, Writer to) throws IOException {
        KeptEvidence kept = KeptEvidence.of(outcome.findings());
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("system", outcome.findings().system());
        tree.put(
                "findings",
                outcome.findings().findings().stream()
                        .map(finding -> of(finding, outcome, kept))
                        .iterator());
        tree.put(
                "notApplicable",
                outcome.findings().notApplicable().stream()
                        .map(FindingsJson::of)
                        .iterator());
        tree.put("waivers", WaiverJson.all(outcome));
        Json.write(tree, to);
    }

    private static Map<String, Object> of(Finding finding, Outcome outcome, KeptEvidence kept) {
        Map<String, Object> tree = subject(finding.subject());
        tree.put("rule", finding.rule());
        tree.put("says", finding.card().says());
        tree.put("severity", finding.card().severity().name().toLowerCase(Locale.ROOT));
        tree.put("verdict", FindingText.word(finding).toLowerCase(Locale.ROOT));
        verdict(finding.verdict(), tree);
        tree.put("because", finding.card().because());
        tree.put("remedy", finding.card().remedy());
        outcome.suite().owners().of(finding.rule()).ifPresent(owner -> tree.put("owner", owner));
        tree.put("verifies", List.of(finding.card().verifies()));
        finding.verdict().exchanges().stream()
                .findFirst()
                .map(Exchange::again)
                .ifPresent(again -> tree.put("again", again));
        if (kept.has(finding)) {
            tree.put("evidence", EvidenceFile.pathOf(finding));
        }
        finding.waiver().ifPresent(waiver -> tree.put("waiver", WaiverJson.of(waiver)));
        return tree;
    }

    private static void verdict(Verdict verdict, Map<String, Object> tree) {
        if (verdict instanceof Verdict.Broken broken) {
            tree.put("expected", broken.expected());
            tree.put("saw", broken.saw());
        } else if (verdict instanceof Verdict.Inconclusive open) {
            tree.put("why", open.why());
        } else if (verdict instanceof Verdict.Held held) {
            tree.put("saw", held.saw());
        }
    }

    private static Map<String, Object> of(NotApplicable rule) {
        Map<String, Object> tree = subject(rule.subject());
        tree.put("rule", rule.card().id());
        tree.put("why", rule.why());
        return tree;
    }

    private static Map<String, Object> subject(Subject subject) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("environment", subject.environment());
        subject.other().ifPresent(other -> tree.put("other", other));
        return tree;
    }
}
