package dev.envproof.report;

import dev.envproof.suite.Finding;
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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Writes every report of a run into one folder, which is the run's own until it is closed. */
public final class Reports implements AutoCloseable {
    /** The verdict comes last: where the disk is full, none is better than one whose evidence is missing. */
    private static final List<Report> ALL = List.of(
            Report.streamed("findings.json", FindingsJson::write),
            new Report("summary.md", SummaryMarkdown::of),
            Report.streamed("junit.xml", JunitXml::write),
            Report.streamed("envproof.sarif", SarifLog::write),
            new Report("envproof.prom", MetricsText::of),
            new Report("verdict.json", VerdictJson::of));

    private static final String LOCK = ".lock";
    private static final String EVIDENCE = "evidence";
    private static final String SHARD = "shard.json";
    private static final Set<String> OTHERS = Set.of(LOCK, EVIDENCE, SHARD, IndexHtml.FILE, WholeFile.UNFINISHED);

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
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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

    /** Whether runs may clear a file, or write their own there; that can't be one that runs add to. */
    public static boolean mayClear(Path folder, Path file) {
        Path own = folder.toAbsolutePath().normalize();
        Path other = file.toAbsolutePath().normalize();
        return other.startsWith(own)
                && !(own.equals(other.getParent()) && !isReport(String.valueOf(other.getFileName())));
    }

    private static boolean isReport(String name) {
        return ALL.stream().anyMatch(report -> report.file().equals(name)) || OTHERS.contains(name);
    }

    /** @throws ReportsUnusable where the folder can't be written */
    public void write(Outcome outcome) {
        // the page takes longest to make: meanwhile the evidence is written
        CompletableFuture<String> page = CompletableFuture.supplyAsync(() -> IndexHtml.of(outcome, folder));
        KeptEvidence kept = KeptEvidence.of(outcome.findings());
        outcome.findings().findings().stream().filter(kept::has).forEach(this::writeEvidence);
        if (!kept.isWhole()) {
            add(KeptEvidence.LEFT_OUT, kept.note());
        }
        add(IndexHtml.FILE, made(page));
        ALL.forEach(report -> write(report.file(), to -> report.write(outcome, to)));
    }

    private static String made(CompletableFuture<String> page) {
        try {
            return page.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** Writes one more file beside the reports. */
    public void add(String name, String text) {
        write(name, to -> to.write(text));
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
        delete(folder.resolve(SHARD));
        delete(folder.resolve(WholeFile.UNFINISHED));
        Path evidence = folder.resolve(EVIDENCE);
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

    /** There are many, each new and none read before the verdict is there: not worth the detour of a whole file. */
    private void writeEvidence(Finding finding) {
        Path file = folder.resolve(EvidenceFile.pathOf(finding));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, EvidenceFile.textOf(finding), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw ReportsUnusable.at(file, failed);
        }
    }

    private void write(String name, WholeFile.Text text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, text);
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
}
