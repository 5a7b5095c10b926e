package dev.envproof.notify;

import dev.envproof.history.Change;
import dev.envproof.report.Json;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What Slack's incoming webhooks take, and Mattermost's and Rocket.Chat's too: one text. */
final class SlackMessage {
    private SlackMessage() {}

    static String of(News news) {
        List<String> lines = new ArrayList<>();
        lines.add("*" + escaped(news.safe(news.outcome().findings().system())) + ": gate "
                + news.outcome().gate().word() + "*"
                + news.gateBefore()
                        .map(word -> " (was " + escaped(news.safe(word)) + ")")
                        .orElse("") + ", suite "
                + escaped(news.safe(news.outcome().suite().name())) + ", "
                + escaped(news.safe(news.outcome().engine())) + version(news));
        if (!news.outcome().deviations().isEmpty()) {
            lines.add("the replica shows: "
                    + escaped(news.safe(String.join(", ", news.outcome().deviations()))));
        }
        news.first().forEach(change -> lines.addAll(lines(news, change)));
        if (news.more() > 0) {
            lines.add("and " + news.more() + " more changes");
        }
        if (news.changes().stream().noneMatch(Change::isBad)) {
            news.outcome().gate().reasons().stream()
                    .limit(News.MOST)
                    .forEach(reason -> lines.add("• " + escaped(news.safe(reason))));
        }
        return Json.print(Map.of("text", String.join("\n", lines)));
    }

    private static List<String> lines(News news, Change change) {
        List<String> lines = new ArrayList<>();
        lines.add("• *" + change.after().toUpperCase(Locale.ROOT) + "* (was " + change.before() + ") "
                + escaped(news.sentence(change)) + " "
                + code(news.safe(change.spot().rule())));
        if (change.isBad()) {
            news.finding(change.spot())
                    .flatMap(SlackMessage::saw)
                    .ifPresent(saw -> lines.add("    " + saw.what() + ": " + code(news.safe(saw.text()))));
        }
        return lines;
    }

    private static Optional<Saw> saw(Finding finding) {
        if (finding.verdict() instanceof Verdict.Broken broken) {
            return Optional.of(new Saw("saw", broken.saw()));
        }
        return finding.verdict() instanceof Verdict.Inconclusive open
                ? Optional.of(new Saw("could not look", open.why()))
                : Optional.empty();
    }

    private static String version(News news) {
        String version = news.now().run().version();
        return version.isEmpty() ? "" : ", version " + escaped(news.safe(version));
    }

    /** Inside code no chat takes a word for a mention or a link. */
    private static String code(String text) {
        return "`" + escaped(text.replace('`', '\'')) + "`";
    }

    /** As Slack asks ("Formatting text for app surfaces"); an at sign would call people in other chats. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "(at)");
    }

    private record Saw(String what, String text) {}
}
