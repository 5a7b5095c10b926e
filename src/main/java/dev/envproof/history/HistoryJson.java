package dev.envproof.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.history.RunLine.Tally;
import dev.envproof.suite.Subject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The lines of a history as JSON, one object a line. */
final class HistoryJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final int LONGEST = 1_000;
    private static final String ARROW = " -> ";

    private HistoryJson() {}

    /** A line that was read; of a kind that this version does not know, its series alone. */
    record Read(Series series, Optional<Line> line) {}

    static String write(Series series, Line line) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (line instanceof RunLine run) {
            begin(tree, "run", run.time(), series);
            tree.put("environments", run.environments());
            tree.put("gate", run.gate());
            tree.put("held", run.tally().held());
            tree.put("broken", run.tally().broken());
            tree.put("inconclusive", run.tally().inconclusive());
            tree.put("waived", run.tally().waived());
            tree.put("deviations", run.deviations());
            tree.put("told", run.told());
            end(tree, run.id(), run.version());
        } else if (line instanceof Change change) {
            begin(tree, "change", change.time(), series);
            Subject subject = change.spot().subject();
            tree.put(
                    "environments",
                    subject.other()
                            .map(other -> List.of(subject.environment(), other))
                            .orElseGet(() -> List.of(subject.environment())));
            tree.put("rule", change.spot().rule());
            tree.put("before", change.before());
            tree.put("after", change.after());
            end(tree, change.run(), change.version());
        } else if (line instanceof FirstHeld first) {
            begin(tree, "seen", first.time(), series);
            Map<String, List<String>> held = new TreeMap<>();
            first.spots()
                    .forEach(spot -> held.computeIfAbsent(spot.rule(), rule -> new ArrayList<>())
                            .add(spot.subject().toString()));
            tree.put("held", held);
            end(tree, first.run(), first.version());
        }
        try {
            return MAPPER.writeValueAsString(tree);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of maps and texts has a JSON form", impossible);
        }
    }

    /** Empty where the text is no line of a history. */
    static Optional<Read> read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            Series series = new Series(text(tree, "system"), text(tree, "suite"), text(tree, "engine"));
            return Optional.of(new Read(series, line(tree)));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException noLine) {
            return Optional.empty();
        }
    }

    private static Optional<Line> line(JsonNode tree) {
        Instant time = Instant.parse(text(tree, "time"));
        String run = text(tree, "run");
        String version = text(tree, "version");
        return switch (text(tree, "kind")) {
            case "run" ->
                Optional.of(new RunLine(
                        time,
                        run,
                        version,
                        texts(tree.path("environments")),
                        text(tree, "gate"),
                        new Tally(
                                tree.path("held").asLong(),
                                tree.path("broken").asLong(),
                                tree.path("inconclusive").asLong(),
                                tree.path("waived").asLong()),
                        texts(tree.path("deviations")),
                        texts(tree.path("told"))));
            case "change" ->
                Optional.of(new Change(
                        time,
                        run,
                        version,
                        new Spot(subject(texts(tree.path("environments"))), text(tree, "rule")),
                        word(tree, "before"),
                        word(tree, "after")));
            case "seen" -> Optional.of(new FirstHeld(time, run, version, spots(tree.path("held"))));
            default -> Optional.empty();
        };
    }

    private static List<Spot> spots(JsonNode held) {
        return held.properties().stream()
                .flatMap(rule -> texts(rule.getValue()).stream()
                        .map(subject -> new Spot(subject(List.of(subject.split(ARROW, 2))), rule.getKey())))
                .toList();
    }

    private static Subject subject(List<String> environments) {
        return switch (environments.size()) {
            case 1 -> Subject.of(environments.get(0));
            case 2 -> Subject.of(environments.get(0), environments.get(1));
            default -> throw new IllegalArgumentException("neither an environment nor a pair");
        };
    }

    private static String word(JsonNode tree, String key) {
        return Optional.of(text(tree, key))
                .filter(Word.WORST_FIRST::contains)
                .orElseThrow(() -> new IllegalArgumentException("no verdict"));
    }

    private static String text(JsonNode tree, String key) {
        return text(tree.path(key));
    }

    private static String text(JsonNode node) {
        return Optional.of(node)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> text.length() <= LONGEST)
                .orElseThrow(() -> new IllegalArgumentException("no text"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(HistoryJson::text)
                .toList();
    }

    private static void begin(Map<String, Object> tree, String kind, Instant time, Series series) {
        tree.put("kind", kind);
        tree.put("time", time.toString());
        tree.put("system", series.system());
        tree.put("suite", series.suite());
        tree.put("engine", series.engine());
    }

    private static void end(Map<String, Object> tree, String run, String version) {
        tree.put("run", run);
        tree.put("version", version);
    }
}
