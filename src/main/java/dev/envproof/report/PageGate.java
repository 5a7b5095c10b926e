package dev.envproof.report;

import dev.envproof.history.RunLine;
import dev.envproof.report.page.Markup;
import dev.envproof.report.page.Shown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The gate's word with its reasons, the counts, and what was verified where, when and how. */
final class PageGate {
    private static final int MOST_REASONS = 50;
    private static final int MOST_TARGETS = 60;
    private static final int LONGEST = 600;

    private PageGate() {}

    static void addTo(Markup page, Outcome outcome) {
        page.open("section", "id", "gate", "class", "gate " + PageHead.tone(outcome), "aria-labelledby", "gate-word");
        page.open("div", "class", "verdict");
        page.leaf("h1", "Gate " + outcome.gate().word(), "id", "gate-word");
        page.leaf("p", sentence(outcome), "class", "lead");
        counts(page, Counts.of(outcome.findings()));
        reasons(page, outcome.gate().reasons());
        page.close("div");
        facts(page, outcome);
        page.close("section");
    }

    private static String sentence(Outcome outcome) {
        return Plural.of(outcome.findings().rules(), "rule") + " ran against "
                + Plural.of(outcome.findings().environments().size(), "environment") + " of "
                + outcome.findings().system() + ".";
    }

    private static void counts(Markup page, Counts counts) {
        page.open("ul", "class", "counts", "aria-label", "How many findings came to what");
        count(page, "broken", counts.broken(), "broken");
        count(page, "inconclusive", counts.inconclusive(), "inconclusive");
        count(page, "waived", counts.waived(), "waived");
        count(page, "held", counts.held(), "held");
        count(page, "none", counts.notApplicable(), "not applicable");
        page.close("ul");
    }

    private static void count(Markup page, String tone, long count, String word) {
        page.open("li", "class", (count == 0 ? "zero " : "") + tone);
        page.leaf("b", Long.toString(count)).text(" " + word).close("li");
    }

    private static void reasons(Markup page, List<String> reasons) {
        if (reasons.isEmpty()) {
            return;
        }
        page.leaf("h2", "Why it is closed");
        page.open("ul", "class", "reasons");
        reasons.stream().limit(MOST_REASONS).forEach(reason -> page.leaf("li", Shown.of(reason, LONGEST)));
        if (reasons.size() > MOST_REASONS) {
            page.leaf("li", (reasons.size() - MOST_REASONS) + " more reasons: see verdict.json", "class", "more");
        }
        page.close("ul");
    }

    private static void facts(Markup page, Outcome outcome) {
        page.open("dl", "class", "facts");
        fact(page, "Suite", outcome.suite().name());
        fact(page, "Engine", outcome.engine());
        if (!outcome.findings().shard().isWhole()) {
            fact(page, "Shard", outcome.findings().shard() + ", one part of the suite");
        }
        if (!outcome.deviations().isEmpty()) {
            fact(page, "Deviations", String.join(", ", outcome.deviations()));
        }
        outcome.watch().past().lastRuns(1).stream()
                .map(RunLine::version)
                .filter(it -> !it.isEmpty())
                .forEach(version -> fact(page, "Version", version));
        fact(page, "Started", time(outcome.started()));
        fact(
                page,
                "Took",
                seconds(outcome.took()) + ", of it "
                        + seconds(outcome.findings().took()) + " verifying");
        page.leaf("dt", "Targets").open("dd").open("ul", "class", "targets");
        outcome.targets().stream()
                .limit(MOST_TARGETS)
                .forEach(line -> page.open("li")
                        .leaf("b", line.environment())
                        .leaf("code", Shown.of(line.address(), LONGEST))
                        .close("li"));
        if (outcome.targets().size() > MOST_TARGETS) {
            page.leaf("li", (outcome.targets().size() - MOST_TARGETS) + " more: see verdict.json", "class", "more");
        }
        page.close("ul").close("dd").close("dl");
    }

    private static void fact(Markup page, String name, String value) {
        page.leaf("dt", name).leaf("dd", Shown.of(value, LONGEST));
    }

    /** To the minute, in UTC. */
    static String time(Instant instant) {
        return instant.toString().substring(0, 16).replace('T', ' ') + " UTC";
    }

    static String seconds(Duration took) {
        long tenths = (took.toMillis() + 50) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }

    /** As one sentence, of at most so many. */
    static String some(List<String> texts, int most) {
        String some = texts.stream().limit(most).collect(Collectors.joining(", "));
        return texts.size() > most ? some + " and " + (texts.size() - most) + " more" : some;
    }
}
