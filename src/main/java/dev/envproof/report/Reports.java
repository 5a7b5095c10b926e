package dev.envproof.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes every report of a run into one folder, which is the run's own until it is closed. */
public final class Reports implements AutoCloseable {
    /** The verdict comes last: where the disk is full, none is better than one whose evidence is missing. */
    private static final List<Report> ALL = List.of(
            new Report("findings.json", FindingsJson::of),
            new Report("summary.md", SummaryMarkdown::of),
            new Report("junit.xml", JunitXml::of),
            new Report("verdict.json", VerdictJson::of));

    private final Path folder;
    private final FileChannel lock;

    private Reports(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder and removes the last run's files, so that a run that fails to start leaves no verdict that looks
     * like its own.
     *
     * @throws ReportsUnusable where the folder can't be written, or another run writes there
     */
    public static Reports claim(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel lock =
                    FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Reports(folder, lock).cleared();
        } catch (IOException failed) {
            throw ReportsUnusable.at(folder, failed);
        }
    }

    private Reports cleared() throws IOException {
        try {
            if (!isLocked(lock)) {
                throw ReportsUnusable.inUse(folder);
            }
            clear();
            return this;
        } catch (IOException | ReportsUnusable refused) {
            close();
            throw refused;
        }
    }

    /** @throws ReportsUnusable where the folder can't be written */
    public void write(Outcome outcome) {
        outcome.findings()
                .findings()
                .forEach(finding -> write(EvidenceFile.pathOf(finding), EvidenceFile.textOf(finding)));
        write(IndexHtml.FILE, IndexHtml.of(outcome, folder));
        ALL.forEach(report -> write(report.file(), report.text().apply(outcome)));
    }

    /** Writes one more file beside the reports. */
    public void add(String name, String text) {
        write(name, text);
    }

    /** Lets other runs write here. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException failed) {
            throw ReportsUnusable.at(folder, failed);
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private void clear() throws IOException {
        ALL.forEach(report -> delete(folder.resolve(report.file())));
        delete(folder.resolve(IndexHtml.FILE));
        delete(folder.resolve("shard.json"));
        Path evidence = folder.resolve("evidence");
        if (!Files.isDirectory(evidence, LinkOption.NOFOLLOW_LINKS)) {
            delete(evidence);
            return;
        }
        try (Stream<Path> files = Files.walk(evidence)) {
            files.sorted(Comparator.reverseOrder()).forEach(Reports::delete);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
    }

    private record Report(String file, Function<Outcome, String> text) {}
}
