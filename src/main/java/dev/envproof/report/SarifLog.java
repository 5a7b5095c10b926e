package dev.envproof.report;

import dev.envproof.rule.Card;
import dev.envproof.suite.Finding;
import dev.envproof.suite.Shard;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code envproof.sarif}: what a code scanner shows, as SARIF 2.1.0. The limits are those that GitHub documents ("SARIF
 * results exceed limits"): of more results it would keep some of its own choice.
 */
final class SarifLog {
    /** Families whose findings are alerts of a security page. */
    static final Set<String> FAMILIES = Set.of("secrets", "edge");

    static final int MOST_RESULTS = 5_000;
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final Outcome outcome;
    private final List<Card> rules;
    private final List<Finding> results;

    private SarifLog(Outcome outcome) {
        this.outcome = outcome;
        this.rules = outcome.findings().findings().stream()
                .filter(SarifLog::isShown)
                .map(Finding::card)
                .collect(Collectors.toMap(Card::id, card -> card, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .sorted(Comparator.comparing(Card::id))
                .toList();
        this.results = WorstFirst.of(outcome.findings()).stream()
                .filter(SarifLog::isShown)
                .toList();
    }

    static void write(Outcome outcome, Writer to) throws IOException {
        Json.write(new SarifLog(outcome).tree(), to);
    }

    private static boolean isShown(Finding finding) {
        return FAMILIES.contains(finding.family());
    }

    private Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("$schema", SCHEMA);
        tree.put("version", "2.1.0");
        tree.put("runs", List.of(run()));
        return tree;
    }

    private Map<String, Object> run() {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Json.object("driver", driver()));
        run.put("automationDetails", Json.object("id", category()));
        run.put("columnKind", "utf16CodeUnits");
        run.put("invocations", List.of(invocation()));
        List<String> ids = rules.stream().map(Card::id).toList();
        run.put(
                "results",
                results.stream()
                        .limit(MOST_RESULTS)
                        .map(finding -> new SarifResult(finding, outcome, ids.indexOf(finding.rule())).tree())
                        .iterator());
        return run;
    }

    private Map<String, Object> driver() {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "envproof");
        Optional.ofNullable(SarifLog.class.getPackage().getImplementationVersion())
                .ifPresent(version -> driver.put("version", version));
        driver.put("rules", rules.stream().map(SarifRule::tree).toList());
        return driver;
    }

    /** Runs of other systems or environments replace other alerts than these; GitHub splits it at the last slash. */
    private String category() {
        Shard shard = outcome.findings().shard();
        return Stream.of(
                        "envproof",
                        outcome.findings().system(),
                        String.join("+", outcome.findings().environments()),
                        shard.isWhole() ? "" : "shard-" + shard.index() + "-of-" + shard.of())
                .filter(part -> !part.isEmpty())
                .map(SarifResult::segment)
                .collect(Collectors.joining("/", "", "/"));
    }

    private Map<String, Object> invocation() {
        Map<String, Object> invocation = new LinkedHashMap<>();
        Instant started = outcome.started();
        invocation.put("executionSuccessful", !outcome.findings().findings().isEmpty());
        invocation.put("startTimeUtc", started.toString());
        invocation.put("endTimeUtc", started.plus(outcome.took()).toString());
        invocation.put("toolExecutionNotifications", notifications());
        invocation.put(
                "properties",
                Json.object(
                        "gate", outcome.gate().word(),
                        "suite", outcome.suite().name(),
                        "engine", outcome.engine()));
        return invocation;
    }

    private List<Map<String, Object>> notifications() {
        List<Map<String, Object>> told = new ArrayList<>();
        if (results.size() > MOST_RESULTS) {
            told.add(notification(
                    "warning",
                    (results.size() - MOST_RESULTS) + " of " + results.size()
                            + " results are left out, the mildest; findings.json has all"));
        }
        if (outcome.findings().findings().isEmpty()) {
            told.add(notification("error", "nothing was judged: that no result is here tells nothing"));
        }
        return told;
    }

    private static Map<String, Object> notification(String level, String text) {
        return Json.object("level", level, "message", Json.object("text", text));
    }
}
