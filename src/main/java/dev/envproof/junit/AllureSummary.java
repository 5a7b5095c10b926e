package dev.envproof.junit;

import dev.envproof.report.Outcome;
import io.qameta.allure.util.PropertiesUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Allure's first page says of the whole run: where it was verified, and broken apart from inconclusive, and
 * how the runs before went. The forms of the files are from Allure's documentation ("Environments", "Defect categories").
 */
final class AllureSummary {
    private static final String DEFAULT_FOLDER = "allure-results";
    private static final String CATEGORIES = """
            [
              {"name": "broken rules", "matchedStatuses": ["failed"], "messageRegex": "(?s).* - BROKEN.*"},
              {"name": "inconclusive: could not look", "matchedStatuses": ["failed"], "messageRegex": "(?s).* - INCONCLUSIVE.*"},
              {"name": "the gate's own reasons", "matchedStatuses": ["failed"], "messageRegex": "(?s)\\\\s*the gate is CLOSED.*"}
            ]
            """;

    private AllureSummary() {}

    /** @throws UncheckedIOException where the folder of Allure's results can't be written */
    static void write(Outcome outcome) {
        write(
                Path.of(PropertiesUtils.loadAllureProperties().getProperty("allure.results.directory", DEFAULT_FOLDER)),
                outcome);
    }

    static void write(Path folder, Outcome outcome) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("environment.properties"), properties(outcome), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve("categories.json"), CATEGORIES, StandardCharsets.UTF_8);
            Path history = Files.createDirectories(folder.resolve("history"));
            Files.writeString(
                    history.resolve("history-trend.json"),
                    AllureTrend.of(outcome.watch().past().lastRuns(AllureTrend.RUNS + 1)),
                    StandardCharsets.UTF_8);
            Files.writeString(
                    history.resolve("history.json"),
                    AllureHistory.of(outcome.watch().past(), outcome.findings().findings()),
                    StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("can't write to " + folder, failed);
        }
    }

    private static String properties(Outcome outcome) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("gate", outcome.gate().word());
        lines.put("system", outcome.findings().system());
        lines.put("suite", outcome.suite().name());
        lines.put("engine", outcome.engine());
        outcome.targets().forEach(target -> lines.put(target.environment(), target.address()));
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
