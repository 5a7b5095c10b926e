package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.report.page.Budget;
import dev.envproof.report.page.Shown;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import dev.envproof.suite.NotApplicable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which findings the page lists, and of which it tells all: what is not held goes first, the rest is counted.
 *
 * @param listed in the run's order
 * @param worstFirst of those that are not held
 * @param detailed positions in {@code listed} whose texts and exchanges are in the page
 * @param all how many findings the run has
 */
record PageChoice(
        List<Finding> listed,
        List<Finding> worstFirst,
        Set<Integer> detailed,
        List<NotApplicable> notApplicable,
        int all) {
    static final int MOST_FINDINGS = 20_000;
    static final int MOST_NOT_APPLICABLE = 5_000;
    /** Of one text and of the exchanges behind one finding; the evidence file holds them whole. */
    static final int LONGEST_TEXT = 2_000;

    static final int LONGEST_EXCHANGE = 4_000;
    private static final int MOST_EXCHANGES = 12;
    private static final long DETAIL_BYTES = 3_000_000;

    static PageChoice of(Outcome outcome) {
        List<Finding> findings = outcome.findings().findings();
        long wrong = findings.stream()
                .filter(it -> !it.isHeld())
                .limit(MOST_FINDINGS)
                .count();
        List<Finding> listed = new ArrayList<>();
        long wrongLeft = wrong;
        long heldLeft = MOST_FINDINGS - wrong;
        for (Finding finding : findings) {
            if (finding.isHeld() ? heldLeft-- > 0 : wrongLeft-- > 0) {
                listed.add(finding);
            }
        }
        List<Finding> worst = listed.stream()
                .filter(it -> !it.isHeld())
                .sorted(Comparator.comparingInt(PageChoice::rank)
                        .thenComparing(it -> it.card().severity()))
                .toList();
        List<NotApplicable> notApplicable = outcome.findings().notApplicable();
        return new PageChoice(
                listed,
                worst,
                detailed(listed),
                notApplicable.subList(0, Math.min(MOST_NOT_APPLICABLE, notApplicable.size())),
                findings.size());
    }

    /** The exchanges that the page shows of a finding. */
    static List<Exchange> exchanges(Verdict verdict) {
        List<Exchange> all = verdict.exchanges();
        return all.subList(0, Math.min(MOST_EXCHANGES, all.size()));
    }

    private static Set<Integer> detailed(List<Finding> listed) {
        Budget budget = new Budget(DETAIL_BYTES);
        Set<Exchange> there = new HashSet<>();
        Set<Integer> detailed = new HashSet<>();
        for (boolean held : new boolean[] {false, true}) {
            for (int at = 0; at < listed.size(); at++) {
                Verdict verdict = listed.get(at).verdict();
                if (listed.get(at).isHeld() == held && budget.takes(bytes(verdict, there))) {
                    there.addAll(exchanges(verdict));
                    detailed.add(at);
                }
            }
        }
        return detailed;
    }

    /** Findings share exchanges, and each stands in the page once. */
    private static long bytes(Verdict verdict, Set<Exchange> there) {
        long bytes = 100;
        if (verdict instanceof Verdict.Broken broken) {
            bytes += cut(broken.expected(), LONGEST_TEXT) + cut(broken.saw(), LONGEST_TEXT);
        } else if (verdict instanceof Verdict.Inconclusive open) {
            bytes += cut(open.why(), LONGEST_TEXT);
        } else if (verdict instanceof Verdict.Held held) {
            bytes += cut(held.saw(), LONGEST_TEXT);
        }
        for (Exchange exchange : exchanges(verdict)) {
            bytes += there.contains(exchange) ? 10 : bytes(exchange);
        }
        return bytes;
    }

    private static long bytes(Exchange exchange) {
        return cut(EvidenceFile.textOf(exchange), LONGEST_EXCHANGE) + cut(exchange.again(), LONGEST_TEXT) + 20;
    }

    private static long cut(String text, int most) {
        return Budget.bytes(Shown.of(text, most)) + 10;
    }

    private static int rank(Finding finding) {
        return finding.isBroken() ? (finding.waiver().isPresent() ? 2 : 0) : 1;
    }
}
