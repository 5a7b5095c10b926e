package dev.envproof.notify;

import dev.envproof.history.Change;
import dev.envproof.history.RunLine;
import dev.envproof.report.Json;
import dev.envproof.rule.Verdict;
import dev.envproof.suite.Alert;
import dev.envproof.suite.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** This project's own message, for programs: the run, its gate, and each change with what was seen. */
final class WebhookMessage {
    private WebhookMessage() {}

    static String of(News news) {
        RunLine run = news.now().run();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("system", news.safe(news.outcome().findings().system()));
        tree.put("suite", news.safe(news.outcome().suite().name()));
        tree.put("engine", news.outcome().engine());
        tree.put("environments", run.environments());
        tree.put("gate", run.gate());
        news.gateBefore().ifPresent(word -> tree.put("gateBefore", news.safe(word)));
        tree.put("reasons", safe(news, news.outcome().gate().reasons()));
        tree.put("run", run.id());
        tree.put("time", run.time().toString());
        tree.put("version", news.safe(run.version()));
        tree.put("deviations", run.deviations());
        tree.put(
                "changes", news.first().stream().map(change -> of(news, change)).toList());
        tree.put("more", news.more());
        tree.put(
                "alerts",
                safe(
                        news,
                        news.outcome().watch().alerts().stream()
                                .map(Alert::text)
                                .toList()));
        return Json.print(tree);
    }

    private static Map<String, Object> of(News news, Change change) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("environment", news.safe(change.spot().subject().environment()));
        change.spot().subject().other().ifPresent(other -> tree.put("other", news.safe(other)));
        tree.put("rule", news.safe(change.spot().rule()));
        tree.put("before", change.before());
        tree.put("after", change.after());
        tree.put("says", news.sentence(change));
        news.finding(change.spot()).ifPresent(finding -> add(news, finding, tree));
        return tree;
    }

    private static void add(News news, Finding finding, Map<String, Object> tree) {
        tree.put("severity", finding.card().severity().name().toLowerCase(Locale.ROOT));
        if (finding.verdict() instanceof Verdict.Broken broken) {
            tree.put("expected", news.safe(broken.expected()));
            tree.put("saw", news.safe(broken.saw()));
            tree.put("remedy", finding.card().remedy());
        } else if (finding.verdict() instanceof Verdict.Inconclusive open) {
            tree.put("why", news.safe(open.why()));
        }
    }

    private static List<String> safe(News news, List<String> texts) {
        return texts.stream().limit(News.MOST).map(news::safe).toList();
    }
}
