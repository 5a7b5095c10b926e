package dev.envproof.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Writes every report of a run into one folder. */
public final class Reports {
    private static final List<Report> ALL = List.of(
            new Report("verdict.json", VerdictJson::of),
            new Report("findings.json", FindingsJson::of),
            new Report("summary.md", SummaryMarkdown::of),
            new Report("junit.xml", JunitXml::of));
    private final Path folder;

    public Reports(Path folder) {
        this.folder = folder;
    }

    /** @throws UncheckedIOException where the folder can't be written */
    public void write(Outcome outcome) {
        ALL.forEach(report -> write(report.file(), report.text().apply(outcome)));
        outcome.findings()
                .findings()
                .forEach(finding -> write(EvidenceFile.pathOf(finding), EvidenceFile.textOf(finding)));
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("can't write " + file, failed);
        }
    }

    private record Report(String file, Function<Outcome, String> text) {}
}
