package dev.envproof.notify;

import dev.envproof.evidence.Redaction;
import dev.envproof.history.Change;
import dev.envproof.history.Now;
import dev.envproof.history.Past;
import dev.envproof.history.Word;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import dev.envproof.report.Outcome;
import dev.envproof.report.SummaryMarkdown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub's own pages, where its runner started this run: annotations of what changed, and the step's summary. Forms
 * and limits are from its documentation ("Workflow commands for GitHub Actions").
 */
public final class GitHub {
    /** The channel's name in a history. */
    public static final String CHANNEL = "github";

    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";
    private static final int MOST = 10;
    private static final int LONGEST_SUMMARY = 900 * 1024;
    private final Map<String, String> processEnvironment;

    public GitHub(Map<String, String> processEnvironment) {
        this.processEnvironment = Map.copyOf(processEnvironment);
    }

    /** Whether its runner started this run. */
    public boolean isHere() {
        return "true".equals(processEnvironment.get("GITHUB_ACTIONS"));
    }

    /** The lines that its runner takes for annotations; it shows ten of a step. */
    public List<String> annotations(Outcome outcome, Past past, Now now, Redaction redaction) {
        News news = new News(outcome, now, past.untold(CHANNEL, now), Optional.empty(), redaction);
        List<String> lines = new ArrayList<>();
        news.changes().stream().limit(MOST).forEach(change -> lines.add(annotation(news, change)));
        if (news.changes().size() > MOST) {
            lines.set(
                    MOST - 1,
                    "::notice title=" + property("envproof") + "::"
                            + data((news.changes().size() - MOST + 1) + " more changes; see the step's summary"));
        }
        return lines;
    }

    private static String annotation(News news, Change change) {
        String level = switch (change.after()) {
            case Word.BROKEN -> "error";
            case Word.INCONCLUSIVE, Word.RAISED -> "warning";
            default -> "notice";
        };
        return "::" + level + " title=" + property(news.safe(change.spot().rule())) + "::"
                + data(news.sentence(change) + " - " + change.after() + " (was " + change.before() + ")");
    }

    /** Adds the summary to the step's page; empty where the runner gave no file for it. */
    public Optional<Delivery> summarize(Outcome outcome) {
        return Optional.ofNullable(processEnvironment.get(STEP_SUMMARY))
                .filter(file -> !file.isBlank())
                .map(file -> summarize(outcome, file));
    }

    private static Delivery summarize(Outcome outcome, String file) {
        String text = SummaryMarkdown.of(outcome);
        String cut = text.length() > LONGEST_SUMMARY / 3
                ? text.substring(0, LONGEST_SUMMARY / 3) + "\n\ncut; reports/summary.md has the rest\n"
                : text;
        try {
            Files.writeString(
                    Path.of(file), cut, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Delivery(Delivery.STEP_SUMMARY, STEP_SUMMARY, Result.SENT, "told the run");
        } catch (IOException | InvalidPathException refused) {
            return new Delivery(
                    Delivery.STEP_SUMMARY,
                    STEP_SUMMARY,
                    Result.FAILED,
                    "the file that it names can't be written: "
                            + refused.getClass().getSimpleName());
        }
    }

    /** As the runner decodes it. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
