package dev.envproof.report;

import dev.envproof.report.page.Markup;

/** Where the script draws rule x environment and environment x environment, and what the page does not hold. */
final class PageMatrix {
    private static final String KEYS =
            "Arrow keys move, Enter opens what was seen, Escape closes it. A rule about pairs counts in both environments.";

    private PageMatrix() {}

    static void addTo(Markup page, PageChoice choice) {
        page.open("section", "id", "matrix", "aria-labelledby", "matrix-title");
        page.leaf("h2", "Rule \u00d7 environment", "id", "matrix-title");
        page.leaf("p", KEYS, "class", "hint script");
        leftOut(page, choice);
        page.open("noscript")
                .leaf(
                        "p",
                        "The matrix needs JavaScript. What is not held is told above; all of it is in findings.json.")
                .close("noscript");
        page.open("div", "id", "matrix-place", "class", "scroll").close("div").close("section");
        page.open("section", "id", "pairs", "class", "script", "aria-labelledby", "pairs-title", "hidden", "");
        page.leaf("h2", "Pairs: who reaches whom", "id", "pairs-title");
        page.open("label", "class", "choice")
                .text("Rule ")
                .open("select", "id", "pair-rule")
                .close("select")
                .close("label");
        page.open("div", "id", "pairs-place", "class", "scroll").close("div").close("section");
    }

    /** Plainly, so that nobody takes a part for the whole. */
    private static void leftOut(Markup page, PageChoice choice) {
        int listed = choice.listed().size();
        if (listed < choice.all()) {
            page.leaf(
                    "p",
                    "This page lists " + listed + " of " + choice.all()
                            + " findings, those that are not held first; all " + choice.all()
                            + " are in findings.json.",
                    "class",
                    "left-out");
        }
        if (choice.detailed().size() < listed) {
            page.leaf(
                    "p",
                    "Of " + (listed - choice.detailed().size()) + " listed findings the page has the verdict alone;"
                            + " what was seen is in findings.json and in the folder evidence.",
                    "class",
                    "left-out");
        }
    }
}
