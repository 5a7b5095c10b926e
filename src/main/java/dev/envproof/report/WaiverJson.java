package dev.envproof.report;

import dev.envproof.suite.Waiver;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The waivers as JSON reports list them. */
final class WaiverJson {
    private WaiverJson() {}

    static List<Map<String, Object>> all(Outcome outcome) {
        return outcome.waivers().stream().map(WaiverJson::of).toList();
    }

    static Map<String, Object> of(Waiver waiver) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", waiver.rule());
        waiver.environment().ifPresent(name -> tree.put("environment", name));
        waiver.other().ifPresent(name -> tree.put("other", name));
        tree.put("owner", waiver.owner());
        tree.put("reason", waiver.reason());
        tree.put("expires", waiver.expires().toString());
        return tree;
    }

    private static Map<String, Object> of(WaiverState state) {
        Map<String, Object> tree = of(state.waiver());
        tree.put("standing", state.standing().says());
        tree.put("daysLeft", state.daysLeft());
        return tree;
    }
}
