package dev.envproof.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /**
     * Removes the last run's files, so that a run that fails to start leaves no verdict that looks like its own.
     *
     * @throws UncheckedIOException where the folder can't be written
     */
    public void clear() {
        ALL.forEach(report -> delete(folder.resolve(report.file())));
        Path evidence = folder.resolve("evidence");
        if (Files.isDirectory(evidence)) {
            try (Stream<Path> files = Files.walk(evidence)) {
                files.sorted(Comparator.reverseOrder()).forEach(Reports::delete);
            } catch (IOException failed) {
                throw new UncheckedIOException("can't read " + evidence, failed);
            }
        }
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

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("can't delete " + file, failed);
        }
    }

    private record Report(String file, Function<Outcome, String> text) {}
}
