package dev.envproof.junit;

import dev.envproof.history.RunLine;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.report.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The runs before this one as Allure's trend chart reads them ({@code history/history-trend.json} among its results),
 * from {@code history.jsonl}: no folder of an older report need be carried along.
 */
final class AllureTrend {
    static final int RUNS = 20;

    private AllureTrend() {}

    /** @param runs oldest first, this run the last of them */
    static String of(List<RunLine> runs) {
        List<Map<String, Object>> newestFirst = new ArrayList<>();
        for (int index = runs.size() - 2; index >= 0; index--) {
            Map<String, Object> build = new LinkedHashMap<>();
            build.put("buildOrder", index + 1);
            build.put("reportName", runs.get(index).id());
            build.put("data", data(runs.get(index).tally()));
            newestFirst.add(build);
        }
        return Json.print(newestFirst);
    }

    private static Map<String, Object> data(Tally tally) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("failed", tally.broken() + tally.inconclusive());
        data.put("broken", 0);
        data.put("skipped", 0);
        data.put("passed", tally.held() + tally.waived());
        data.put("unknown", 0);
        data.put("total", tally.held() + tally.broken() + tally.inconclusive() + tally.waived());
        return data;
    }
}
