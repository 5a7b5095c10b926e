package dev.envproof.report;

import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import dev.envproof.suite.Waiver;
import java.util.List;

/** The suite's waivers: who answers for what, why, until when, and how it stands. */
final class PageWaivers {
    private static final int MOST = 500;
    private static final int LONGEST = 300;

    private PageWaivers() {}

    static void addTo(Markup page, List<WaiverState> waivers) {
        page.open("section", "id", "waivers", "aria-labelledby", "waivers-title");
        page.leaf("h2", "Waivers", "id", "waivers-title");
        if (waivers.isEmpty()) {
            page.leaf("p", "The suite waives nothing.", "class", "hint").close("section");
            return;
        }
        page.open("div", "class", "scroll")
                .open("table", "class", "plain")
                .open("thead")
                .open("tr");
        List.of("State", "Rule", "Where", "Owner", "Reason", "Expires")
                .forEach(name -> page.leaf("th", name, "scope", "col"));
        page.close("tr").close("thead").open("tbody");
        waivers.stream().limit(MOST).forEach(waiver -> row(page, waiver));
        page.close("tbody").close("table").close("div");
        if (waivers.size() > MOST) {
            page.leaf("p", (waivers.size() - MOST) + " more: see verdict.json", "class", "left-out");
        }
        page.close("section");
    }

    /** One line. */
    static String text(Waiver waiver) {
        return waiver.owner() + ": " + waiver.reason() + " (until " + waiver.expires() + ")";
    }

    private static void row(Markup page, WaiverState state) {
        Waiver waiver = state.waiver();
        page.open("tr").open("td", "data-label", "State");
        page.leaf(
                        "span",
                        state.standing().says() + (state.endsSoon() ? ", ends soon" : ""),
                        "class",
                        "pill " + tone(state))
                .close("td");
        page.open("td", "data-label", "Rule").leaf("code", waiver.rule()).close("td");
        cell(page, "Where", waiver.where());
        cell(page, "Owner", waiver.owner());
        cell(page, "Reason", waiver.reason());
        cell(page, "Expires", waiver.expires() + ", " + left(state.daysLeft()));
        page.close("tr");
    }

    private static void cell(Markup page, String name, String text) {
        page.leaf("td", Shown.of(text, LONGEST), "data-label", name);
    }

    private static String left(long days) {
        return days == 0 ? "today" : days > 0 ? "in " + days + (days == 1 ? " day" : " days") : -days + " days ago";
    }

    private static String tone(WaiverState state) {
        return switch (state.standing()) {
            case IN_FORCE -> state.endsSoon() ? "inconclusive" : "waived";
            case EXPIRED, NO_LONGER_NEEDED -> "broken";
            case NOT_JUDGED -> "none";
        };
    }
}
