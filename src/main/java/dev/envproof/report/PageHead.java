package dev.envproof.report;

import dev.envproof.report.page.Markup;

/** The page's banner: which system, which word, and what the page can do. */
final class PageHead {
    private PageHead() {}

    static void addTo(Markup page, Outcome outcome) {
        page.open("header", "class", "banner");
        page.open("p", "class", "brand")
                .leaf("b", "envproof")
                .leaf("span", outcome.findings().system(), "class", "system");
        page.leaf("span", "gate " + outcome.gate().word(), "class", "pill " + tone(outcome))
                .close("p");
        page.open("nav", "aria-label", "Parts of this report");
        link(page, "wrong", "Not held");
        link(page, "matrix", "Matrix");
        link(page, "pairs", "Pairs");
        link(page, "changes", "Changes");
        link(page, "waivers", "Waivers");
        link(page, "not-applicable", "Not applicable");
        link(page, "proof", "Proof");
        page.close("nav");
        page.leaf("button", "Dark", "type", "button", "id", "theme", "class", "quiet script", "aria-pressed", "false");
        page.close("header");
    }

    static String tone(Outcome outcome) {
        return outcome.gate().isOpen() ? "open" : "closed";
    }

    private static void link(Markup page, String id, String text) {
        page.leaf("a", text, "href", "#" + id);
    }
}
