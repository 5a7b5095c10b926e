package dev.envproof.report;

import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import dev.envproof.suite.NotApplicable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rules that did not apply, by the reason why; none of them counts as held. */
final class PageNotApplicable {
    private static final int MOST = 2_000;
    private static final int MOST_SUBJECTS = 12;
    private static final int LONGEST = 600;

    private PageNotApplicable() {}

    static void addTo(Markup page, List<NotApplicable> all) {
        page.open("section", "id", "not-applicable", "aria-labelledby", "not-applicable-title");
        page.leaf("h2", "Rules that did not apply", "id", "not-applicable-title");
        if (all.isEmpty()) {
            page.leaf("p", "Every rule of the suite applied everywhere.", "class", "hint");
        }
        byReason(all.subList(0, Math.min(MOST, all.size()))).forEach((why, rules) -> group(page, why, rules));
        if (all.size() > MOST) {
            page.leaf("p", (all.size() - MOST) + " more: see findings.json", "class", "left-out");
        }
        page.close("section");
    }

    private static Map<String, Map<String, List<String>>> byReason(List<NotApplicable> some) {
        Map<String, Map<String, List<String>>> reasons = new LinkedHashMap<>();
        for (NotApplicable it : some) {
            reasons.computeIfAbsent(it.why(), why -> new LinkedHashMap<>())
                    .computeIfAbsent(it.card().id(), rule -> new ArrayList<>())
                    .add(it.subject().toString());
        }
        return reasons;
    }

    private static void group(Markup page, String why, Map<String, List<String>> rules) {
        long count = rules.values().stream().mapToLong(List::size).sum();
        page.open("details", "class", "group").open("summary");
        page.leaf("span", Long.toString(count), "class", "pill none").text(" " + Shown.of(why, LONGEST));
        page.close("summary").open("ul");
        rules.forEach((rule, subjects) -> page.open("li")
                .leaf("code", rule)
                .text(" " + Shown.of(PageGate.some(subjects, MOST_SUBJECTS), LONGEST))
                .close("li"));
        page.close("ul").close("details");
    }
}
