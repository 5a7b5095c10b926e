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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which findings the page lists, and of which it tells all: what is not held goes first, the rest is counted.
 *
 * @param listed in the run's order
 * @param worstFirst of those that are not held
 * @param detailed positions in {@code listed} whose texts and exchanges are in the page
 * @param exchanges those behind the detailed ones, as the page shows them
 * @param all how many findings the run has
 */
record PageChoice(
        List<Finding> listed,
        List<Finding> worstFirst,
        Set<Integer> detailed,
        Map<Exchange, String> exchanges,
        List<NotApplicable> notApplicable,
        int all) {
    static final int MOST_FINDINGS = 20_000;
    static final int MOST_NOT_APPLICABLE = 5_000;
    /** Of one text and of the exchanges behind one finding; the evidence file holds them whole. */
    static final int LONGEST_TEXT = 2_000;

    static final int LONGEST_EXCHANGE = 4_000;
    private static final int MOST_EXCHANGES = 12;
    /** After so many that did not fit, the budget is as good as spent: the others are not even measured. */
    private static final int MOST_REFUSED = 50;

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
        Map<Exchange, String> exchanges = new LinkedHashMap<>();
        return new PageChoice(
                listed,
                worst,
                detailed(listed, exchanges),
                exchanges,
                notApplicable.subList(0, Math.min(MOST_NOT_APPLICABLE, notApplicable.size())),
                findings.size());
    }

    /** The exchanges that the page shows of a finding. */
    static List<Exchange> exchanges(Verdict verdict) {
        List<Exchange> all = verdict.exchanges();
        return all.subList(0, Math.min(MOST_EXCHANGES, all.size()));
    }

    private static Set<Integer> detailed(List<Finding> listed, Map<Exchange, String> shown) {
        Budget budget = new Budget(DETAIL_BYTES);
        Set<Integer> detailed = new HashSet<>();
        int refused = 0;
        for (boolean held : new boolean[] {false, true}) {
            for (int at = 0; at < listed.size() && refused < MOST_REFUSED; at++) {
                if (listed.get(at).isHeld() != held) {
                    continue;
                }
                if (isTold(listed.get(at), budget, shown)) {
                    detailed.add(at);
                } else {
                    refused++;
                }
            }
        }
        return detailed;
    }

    /** Findings share exchanges, and each stands in the page once. */
    private static boolean isTold(Finding finding, Budget budget, Map<Exchange, String> shown) {
        Verdict verdict = finding.verdict();
        long bytes = 100
                + bytes(verdict)
                + finding.waiver().map(PageWaivers::text).map(PageChoice::cut).orElse(0L);
        Map<Exchange, String> more = new LinkedHashMap<>();
        for (Exchange exchange : exchanges(verdict)) {
            if (!shown.containsKey(exchange)) {
                String text = Shown.of(EvidenceFile.textOf(exchange), LONGEST_EXCHANGE);
                more.put(exchange, text);
                bytes += 20 + Budget.bytes(text) + cut(exchange.again());
            }
        }
        if (!budget.takes(bytes)) {
            return false;
        }
        shown.putAll(more);
        return true;
    }

    private static long bytes(Verdict verdict) {
        if (verdict instanceof Verdict.Broken broken) {
            return cut(broken.expected()) + cut(broken.saw());
        }
        return verdict instanceof Verdict.Inconclusive open
                ? cut(open.why())
                : verdict instanceof Verdict.Held held ? cut(held.saw()) : 0;
    }

    private static long cut(String text) {
        return Budget.bytes(Shown.of(text, LONGEST_TEXT));
    }

    private static int rank(Finding finding) {
        return finding.isBroken() ? (finding.waiver().isPresent() ? 2 : 0) : 1;
    }
}
