package dev.envproof.report;

import dev.envproof.history.Change;
import dev.envproof.history.Flaky;
import dev.envproof.history.Past;
import dev.envproof.history.RunLine;
import dev.envproof.history.Word;
import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import java.util.List;

/** What changed since the run before, what changes to and fro, and how the gate went; a history is a stranger's text. */
final class PageHistory {
    private static final int MOST = 200;
    private static final int LONGEST = 300;

    private PageHistory() {}

    static void addTo(Markup page, Past past) {
        page.open("section", "id", "changes", "aria-labelledby", "changes-title");
        page.leaf("h2", "Changed since the run before", "id", "changes-title");
        if (past.runs().size() < 2) {
            page.leaf("p", "There is no run of this series before this one to compare with.", "class", "hint");
        } else {
            changes(page, past.lastChanges());
            trend(page, past.lastRuns(WatchText.RUNS));
        }
        flaky(page, past.flaky(WatchText.RUNS));
        page.close("section");
    }

    private static void changes(Markup page, List<Change> changes) {
        if (changes.isEmpty()) {
            page.leaf("p", "Nothing changed.", "class", "hint");
            return;
        }
        page.open("ul", "class", "changes");
        for (Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
            page.open("li");
            word(page, change.before());
            page.leaf("span", "\u2192", "aria-label", "became");
            word(page, change.after());
            page.leaf("b", Shown.of(change.spot().subject().toString(), LONGEST));
            page.leaf("code", Shown.of(change.spot().rule(), LONGEST)).close("li");
        }
        more(page, changes.size());
        page.close("ul");
    }

    private static void trend(Markup page, List<RunLine> runs) {
        page.leaf("h3", "The gate over the last " + runs.size() + " runs, oldest first");
        page.open("ol", "class", "trend");
        for (RunLine run : runs) {
            boolean open = run.gate().equals("OPEN");
            String tally = run.tally().broken() + " broken, " + run.tally().inconclusive() + " inconclusive, "
                    + run.tally().held() + " held";
            String when = PageGate.time(run.time());
            page.open("li", "class", open ? "open" : "closed", "title", when + ": " + tally);
            page.leaf("b", open ? "\u2713" : "\u2715", "aria-hidden", "true");
            page.leaf("span", when.substring(5, 10), "aria-hidden", "true");
            page.leaf("span", when + ": " + Shown.of(run.gate(), 20) + ", " + tally, "class", "unseen");
            page.close("li");
        }
        page.close("ol");
    }

    private static void flaky(Markup page, List<Flaky> flaky) {
        if (flaky.isEmpty()) {
            return;
        }
        page.leaf("h3", "Flaky over the last " + WatchText.RUNS + " runs").open("ul", "class", "changes");
        for (Flaky it : flaky.subList(0, Math.min(MOST, flaky.size()))) {
            page.open("li").leaf("b", Shown.of(it.spot().subject().toString(), LONGEST));
            page.leaf("code", Shown.of(it.spot().rule(), LONGEST));
            page.leaf("span", it.changes() + " changes in " + it.verdicts().size() + " runs:");
            it.verdicts().forEach(verdict -> word(page, verdict));
            page.close("li");
        }
        more(page, flaky.size());
        page.close("ul");
    }

    private static void more(Markup page, int all) {
        if (all > MOST) {
            page.leaf("li", (all - MOST) + " more: see verdict.json", "class", "more");
        }
    }

    private static void word(Markup page, String word) {
        String tone =
                List.of(Word.HELD, Word.BROKEN, Word.INCONCLUSIVE, Word.WAIVED).contains(word)
                        ? word
                        : word.equals(Word.RAISED) ? Word.BROKEN : "none";
        page.leaf("span", Shown.of(word, 20), "class", "pill " + tone);
    }
}
