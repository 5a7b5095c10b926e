package dev.envproof.report;

import dev.envproof.report.ProofScore.Family;
import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How far the rules themselves can be trusted: which faults they found, and at which look-alikes they stayed green. */
final class PageProof {
    private static final int MOST = 40;
    private static final int LONGEST = 300;

    private PageProof() {}

    static void addTo(Markup page, Path folder) {
        page.open("section", "id", "proof", "aria-labelledby", "proof-title");
        page.leaf("h2", "Proof: can these rules fail?", "id", "proof-title");
        try {
            Optional<ProofMatrixFile> own = ProofMatrixFile.in(folder);
            if (own.isPresent()) {
                score(page, own.get().score(), "reports/" + ProofMatrixFile.NAME);
                unproven(page, own.get().unproven());
            } else {
                score(page, ProofScore.shipped(), "the proof that this envproof was built with");
            }
        } catch (IOException unreadable) {
            page.leaf(
                    "p",
                    "reports/" + ProofMatrixFile.NAME + " can't be read as a proof's matrix; run the proof again.",
                    "class",
                    "left-out");
            score(page, ProofScore.shipped(), "the proof that this envproof was built with");
        }
        page.close("section");
    }

    private static void score(Markup page, ProofScore score, String source) {
        Family all = score.all();
        page.open("p", "class", "score").leaf("b", all.detected() + " of " + all.faults());
        page.text(" faults were found by the rules that name them, ");
        page.leaf("b", all.green() + " of " + all.lookAlikes());
        page.text(" healthy look-alikes stayed green, ");
        page.leaf("b", Long.toString(all.falseAlarms())).text(" false alarms.").close("p");
        page.leaf(
                "p",
                Shown.of("From " + source + ": " + score.when() + ", engine " + score.engine() + ".", LONGEST),
                "class",
                "hint");
        page.open("table", "class", "plain numbers").open("thead").open("tr");
        List.of("Family", "Faults found", "Look-alikes green", "False alarms")
                .forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close("tr").close("thead").open("tbody");
        score.byFamily().stream().limit(MOST).forEach(family -> row(page, family));
        page.close("tbody").close("table");
    }

    private static void row(Markup page, Family family) {
        page.open("tr").leaf("th", Shown.of(family.name(), LONGEST), "scope", "row");
        page.leaf("td", family.detected() + " of " + family.faults(), "data-label", "Faults found");
        page.leaf("td", family.green() + " of " + family.lookAlikes(), "data-label", "Look-alikes green");
        page.leaf("td", Long.toString(family.falseAlarms()), "data-label", "False alarms")
                .close("tr");
    }

    private static void unproven(Markup page, List<String> unproven) {
        if (unproven.isEmpty()) {
            return;
        }
        page.leaf("h3", "Not proven").open("ul");
        unproven.stream()
                .limit(MOST)
                .forEach(id ->
                        page.open("li").leaf("code", Shown.of(id, LONGEST)).close("li"));
        if (unproven.size() > MOST) {
            page.leaf("li", (unproven.size() - MOST) + " more: see reports/" + ProofMatrixFile.NAME, "class", "more");
        }
        page.close("ul");
    }
}
