package dev.envproof.report;

import dev.envproof.evidence.Exchange;
import dev.envproof.report.page.Budget;
import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Every finding that is not held, worst first and open, so that it can be read and printed without a script. */
final class PageWrong {
    static final int MOST = 200;
    private static final long BYTES = 1_500_000;
    private static final int LONGEST_EXCHANGE = 1_500;
    private final Markup page;
    private final Outcome outcome;

    private PageWrong(Markup page, Outcome outcome) {
        this.page = page;
        this.outcome = outcome;
    }

    static void addTo(Markup page, Outcome outcome, PageChoice choice) {
        List<Finding> worst = choice.worstFirst();
        page.open("section", "id", "wrong", "aria-labelledby", "wrong-title", "tabindex", "-1");
        page.leaf("h2", title(worst.isEmpty(), choice.all()), "id", "wrong-title");
        if (worst.isEmpty()) {
            page.leaf("p", Counts.of(outcome.findings()).text() + ".", "class", "hint");
        }
        Budget budget = new Budget(BYTES);
        int told = 0;
        for (Finding finding : worst.subList(0, Math.min(MOST, worst.size()))) {
            Markup card = new Markup();
            new PageWrong(card, outcome).card(finding);
            if (!budget.takes(card.length())) {
                break;
            }
            page.add(card);
            told++;
        }
        if (told < worst.size()) {
            long all = outcome.findings().findings().stream()
                    .filter(it -> !it.isHeld())
                    .count();
            page.leaf("p", (all - told) + " more are not held: see findings.json and the matrix.", "class", "left-out");
        }
        page.leaf("p", "No finding fits the filters.", "class", "hint script", "id", "wrong-none", "hidden", "");
        page.close("section");
    }

    private static String title(boolean allHeld, int findings) {
        return findings == 0 ? "Nothing was judged" : allHeld ? "Everything held" : "Not held";
    }

    private void card(Finding finding) {
        String verdict = FindingText.word(finding).toLowerCase(Locale.ROOT);
        String severity = finding.card().severity().name().toLowerCase(Locale.ROOT);
        page.open(
                "details",
                "class",
                "finding " + verdict,
                "open",
                "",
                "data-verdict",
                verdict,
                "data-severity",
                severity,
                "data-rule",
                finding.rule(),
                "data-environment",
                finding.subject().environment(),
                "data-other",
                finding.subject().other().orElse(""));
        page.open("summary").leaf("span", verdict, "class", "pill " + verdict);
        page.leaf("span", severity, "class", "severity " + severity);
        page.leaf("b", finding.subject().toString().replace(" -> ", " \u2192 "))
                .leaf("span", finding.card().says(), "class", "says");
        page.close("summary").open("dl");
        verdict(finding.verdict());
        fact("because", finding.card().because());
        fact("remedy", finding.card().remedy());
        outcome.suite().owners().of(finding.rule()).ifPresent(owner -> fact("owner", owner));
        finding.waiver().ifPresent(waiver -> fact("waiver", PageWaivers.text(waiver)));
        if (outcome.closes(finding)) {
            fact("gate", "closed by this finding");
        }
        page.leaf("dt", "rule").open("dd").leaf("code", finding.rule());
        if (finding.card().verifies().length > 0) {
            page.text(" verifies " + String.join(", ", finding.card().verifies()));
        }
        page.close("dd");
        seen(finding);
        page.close("dl").close("details");
    }

    private void verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Broken broken) {
            fact("expected", broken.expected());
            fact("but saw", broken.saw());
        } else if (verdict instanceof Verdict.Inconclusive open) {
            fact("could not look", open.why());
        }
    }

    private void seen(Finding finding) {
        List<Exchange> exchanges = finding.verdict().exchanges();
        if (!exchanges.isEmpty()) {
            page.leaf("dt", "again").open("dd", "class", "again");
            page.leaf("code", Shown.of(exchanges.get(0).again(), PageChoice.LONGEST_TEXT))
                    .close("dd");
        }
        page.leaf("dt", "evidence").open("dd");
        page.leaf("a", EvidenceFile.pathOf(finding), "href", address(EvidenceFile.pathOf(finding)));
        if (!exchanges.isEmpty()) {
            page.leaf("pre", Shown.of(EvidenceFile.textOf(exchanges.get(0)), LONGEST_EXCHANGE), "tabindex", "0");
        }
        page.close("dd");
    }

    private void fact(String name, String text) {
        page.leaf("dt", name).leaf("dd", Shown.of(text, PageChoice.LONGEST_TEXT));
    }

    /** A relative address of the same file; a name in it can't be taken for a scheme, a query or a fragment. */
    static String address(String path) {
        StringBuilder address = new StringBuilder();
        for (byte letter : path.getBytes(StandardCharsets.UTF_8)) {
            char plain = (char) (letter & 0xFF);
            if (plain < 128 && (Character.isLetterOrDigit(plain) || "-_./".indexOf(plain) >= 0)) {
                address.append(plain);
            } else {
                address.append('%');
                address.append(Character.toUpperCase(Character.forDigit(plain >> 4, 16)));
                address.append(Character.toUpperCase(Character.forDigit(plain & 15, 16)));
            }
        }
        return address.toString();
    }
}
