package dev.envproof.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A history on disk, this run's own until it is closed. It never fails a run: what is wrong with the file becomes a
 * note, and what is in it stays in it.
 */
public final class HistoryFile implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LONGEST = 64L * 1024 * 1024;
    private final Path file;
    private final Series series;
    private final long longest;
    private final List<String> notes = new ArrayList<>();
    private Optional<FileChannel> channel = Optional.empty();
    private List<Line> lines = List.of();
    private boolean needsLineFeed;

    private HistoryFile(Path file, Series series, long longest) {
        this.file = file;
        this.series = series;
        this.longest = longest;
    }

    /** Takes the file, and makes it where it is missing; waits for another run that has it. */
    public static HistoryFile open(Path file, Series series) {
        return open(file, series, PATIENCE);
    }

    /** One that is neither read nor written. */
    public static HistoryFile refused(Path file, Series series, String why) {
        HistoryFile history = new HistoryFile(file, series, LONGEST);
        history.note(why + "; this run is not in it");
        return history;
    }

    static HistoryFile open(Path file, Series series, Duration patience) {
        return open(file, series, patience, LONGEST);
    }

    static HistoryFile open(Path file, Series series, Duration patience, long longest) {
        HistoryFile history = new HistoryFile(file, series, longest);
        try {
            history.take(patience);
        } catch (IOException refused) {
            history.give("can't be written: " + said(refused) + "; this run is not in it");
        }
        return history;
    }

    /** What the runs of this series saw. */
    public Past past() {
        return Past.of(lines);
    }

    /** What is wrong with the file, a sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** Adds this run and what it changed. */
    public void append(Now now) {
        List<Change> changes = past().changes(now);
        List<Line> added = new ArrayList<>();
        List<Spot> held = changes.stream()
                .filter(change -> change.isFirst() && change.after().equals(Word.HELD))
                .map(Change::spot)
                .toList();
        if (!held.isEmpty()) {
            added.add(new FirstHeld(now.run().time(), now.run().id(), now.run().version(), held));
        }
        changes.stream().filter(change -> !held.contains(change.spot())).forEach(added::add);
        added.add(now.run());
        channel.ifPresent(open -> write(open, added));
        lines = new ArrayList<>(lines);
        lines.addAll(added);
    }

    /** Lets other runs write here. */
    @Override
    public void close() {
        channel.ifPresent(this::closed);
        channel = Optional.empty();
    }

    private void take(Duration patience) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        FileChannel open = openOrReadOnly();
        if (channel.isEmpty()) {
            read(open, false);
            open.close();
            return;
        }
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(50))
                    .atMost(patience)
                    .until(() -> isLocked(open));
        } catch (ConditionTimeoutException late) {
            read(open, false);
            give("another run had it for " + patience.toSeconds() + " s; this run is not in it");
            return;
        }
        read(open, true);
    }

    /** Where it can't be written, its past still tells what changed. */
    private FileChannel openOrReadOnly() throws IOException {
        try {
            FileChannel open = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            channel = Optional.of(open);
            return open;
        } catch (FileSystemException refused) {
            if (!Files.isRegularFile(file)) {
                throw refused;
            }
            give("can't be written: " + said(refused) + "; this run is not in it");
            return FileChannel.open(file, StandardOpenOption.READ);
        }
    }

    private void read(FileChannel open, boolean mends) throws IOException {
        boolean isTooLong = open.size() > longest;
        byte[] bytes = NewestHalf.of(open, isTooLong ? longest / 2 : longest);
        HistoryText text = HistoryText.of(bytes, series);
        if (!text.isOne() || (isTooLong && bytes.length == 0)) {
            give("no history, so it is left as it is; accepted: a file that envproof began, or a new name by"
                    + " -Dhistory=…");
            return;
        }
        lines = text.lines();
        needsLineFeed = text.endsInLine();
        if (mends && isTooLong) {
            shorten(open, bytes);
        }
        if (!text.strangers().isEmpty()) {
            note("passed over " + text.strangers().size() + " lines that are no lines of a history, the first at line "
                    + text.strangers().get(0));
        }
        if (mends && !text.torn().isEmpty()) {
            setAside(open, text, open.size() - bytes.length);
        }
    }

    private void shorten(FileChannel open, byte[] newest) {
        try {
            Path aside = NewestHalf.keep(file, open, newest);
            note("longer than " + longest / 1024 + " KiB: all of it was copied to " + aside.getFileName()
                    + ", and its newest half stays");
        } catch (IOException failed) {
            note("longer than " + longest / 1024 + " KiB, and can't be shortened: " + said(failed));
        }
    }

    private void setAside(FileChannel open, HistoryText text, long from) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".torn");
        Files.writeString(
                aside,
                text.torn() + "\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        open.truncate(from + text.whole());
        note("its last line was cut; set aside into " + aside.getFileName());
    }

    private void write(FileChannel open, List<Line> added) {
        String text = added.stream()
                .map(line -> HistoryJson.write(series, line) + "\n")
                .collect(Collectors.joining("", needsLineFeed ? "\n" : "", ""));
        try {
            long end = open.size();
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                end += open.write(bytes, end);
            }
            needsLineFeed = false;
        } catch (IOException failed) {
            note("can't be written: " + said(failed) + "; this run is not in it, or not whole");
        }
    }

    private static boolean isLocked(FileChannel open) throws IOException {
        try {
            return open.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    private void give(String why) {
        note(why);
        close();
    }

    private void closed(FileChannel open) {
        try {
            open.close();
        } catch (IOException failed) {
            note("can't be closed: " + said(failed));
        }
    }

    private void note(String what) {
        notes.add("history: " + file + ": " + what);
    }

    private static String said(IOException failed) {
        if (failed instanceof AccessDeniedException) {
            return "access denied";
        }
        if (failed instanceof FileAlreadyExistsException) {
            return "a file is where a folder must be";
        }
        Optional<String> reason = failed instanceof FileSystemException told
                ? Optional.ofNullable(told.getReason())
                : Optional.ofNullable(failed.getMessage());
        return reason.orElseGet(() -> failed.getClass().getSimpleName());
    }
}
