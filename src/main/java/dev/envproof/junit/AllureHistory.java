package dev.envproof.junit;

import dev.envproof.history.Judgement;
import dev.envproof.history.Past;
import dev.envproof.history.Spot;
import dev.envproof.history.Word;
import dev.envproof.report.Json;
import dev.envproof.suite.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How each rule went in the runs before this one, as Allure shows it beside a test ({@code history/history.json} among its
 * results), from {@code history.jsonl}.
 */
final class AllureHistory {
    static final int RUNS = 20;
    private static final Set<String> PASSED = Set.of(Word.HELD, Word.WAIVED);

    private AllureHistory() {}

    /** What a test of this finding is called in every report. */
    static String idOf(Finding finding) {
        return finding.rule() + " " + finding.subject();
    }

    /** @param past of which this run is the last */
    static String of(Past past, List<Finding> findings) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Finding finding : findings) {
            List<Judgement> before =
                    new ArrayList<>(past.judgements(new Spot(finding.subject(), finding.rule()), RUNS + 1));
            before.removeIf(it -> it.run().equals(past.runs().get(past.runs().size() - 1)));
            Collections.reverse(before);
            if (!before.isEmpty()) {
                tree.put(idOf(finding), test(before));
            }
        }
        return Json.print(tree);
    }

    private static Map<String, Object> test(List<Judgement> newestFirst) {
        long passed =
                newestFirst.stream().filter(it -> PASSED.contains(it.verdict())).count();
        Map<String, Object> statistic = new LinkedHashMap<>();
        statistic.put("failed", newestFirst.size() - passed);
        statistic.put("broken", 0);
        statistic.put("skipped", 0);
        statistic.put("passed", passed);
        statistic.put("unknown", 0);
        statistic.put("total", newestFirst.size());
        return Map.of(
                "statistic",
                statistic,
                "items",
                newestFirst.stream().map(AllureHistory::item).toList());
    }

    private static Map<String, Object> item(Judgement judgement) {
        long at = judgement.run().time().toEpochMilli();
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("uid", judgement.run().id());
        item.put("status", PASSED.contains(judgement.verdict()) ? "passed" : "failed");
        item.put("statusDetails", judgement.verdict() + " in " + judgement.run().id());
        item.put("time", Map.of("start", at, "stop", at, "duration", 0));
        return item;
    }
}
