package dev.envproof.probe;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envproof.environment.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Remembers on disk which canaries a run is about to write, so that the next run can remove what a killed one left. One
 * file per run; it holds addresses and ids, no secret, and is gone once every canary is.
 */
final class CanaryLedger {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Path file;
    private final List<Entry> entries = new ArrayList<>();

    CanaryLedger(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(UUID.randomUUID() + ".json");
    }

    /** @throws UncheckedIOException where it can't be written: without a ledger nothing may be planted */
    synchronized void add(Entry entry) {
        entries.add(entry);
        save(file, entries);
    }

    synchronized void remove(Entry entry) {
        entries.remove(entry);
        save(file, entries);
    }

    /** Files of runs that ended without removing their canaries; one that can't be read is set aside. */
    Found abandoned() {
        List<Abandoned> abandoned = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path other : files()) {
            try {
                page(other)
                        .filter(page -> !page.owner().isAlive())
                        .ifPresent(page -> abandoned.add(new Abandoned(other, page.entries())));
            } catch (IOException broken) {
                unreadable.add(setAside(other));
            }
        }
        return new Found(abandoned, unreadable);
    }

    private static Optional<Page> page(Path file) throws IOException {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), Page.class));
        } catch (NoSuchFileException gone) { // a parallel run has removed its canaries between the listing and now
            return Optional.empty();
        }
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            return found;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't list the canary ledger in " + folder, unreadable);
        }
    }

    /** The cause is not quoted: it may hold bytes of the file. */
    private static String setAside(Path file) {
        Path aside = file.resolveSibling(file.getFileName() + ".broken");
        try {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException stays) {
            return "canaries of an earlier run may have stayed: " + file.getFileName()
                    + " in the canary ledger can't be read, nor set aside";
        }
        return "canaries of an earlier run may have stayed: its page of the canary ledger can't be read and is now "
                + aside.getFileName();
    }

    /** Keeps of an abandoned file only what is still there. */
    void settle(Abandoned abandoned, List<Entry> left) {
        save(abandoned.file(), left);
    }

    private void save(Path to, List<Entry> left) {
        try {
            if (left.isEmpty()) {
                Files.deleteIfExists(to);
                return;
            }
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "ledger", ".new");
            Files.writeString(fresh, text(to.equals(file) ? Owner.thisProcess() : Owner.NOBODY, left));
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException("can't write the canary ledger " + to, failed);
        }
    }

    private static String text(Owner owner, List<Entry> entries) throws JsonProcessingException {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Page(owner, List.copyOf(entries)));
    }

    /** A canary by where it was written: environment, its edge's address, canary path's name, id. */
    record Entry(String environment, String edge, String path, String id) {

        static Entry of(Target target, String path, String id) {
            URI edge = target.edge();
            String place = edge.getScheme() + "://" + edge.getHost() + ":" + edge.getPort() + edge.getRawPath();
            return new Entry(target.environment().name(), place, path, id);
        }
    }

    /** What dead runs left, and a sentence for each file that can't be read. */
    record Found(List<Abandoned> abandoned, List<String> unreadable) {
        Found {
            abandoned = List.copyOf(abandoned);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** What a dead run left. */
    record Abandoned(Path file, List<Entry> entries) {}

    /** A process; the start time tells it from a later one with the same number. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Owner(long process, long startedAtMillis) {
        static final Owner NOBODY = new Owner(0, 0);

        static Owner thisProcess() {
            return of(ProcessHandle.current());
        }

        boolean isAlive() {
            return ProcessHandle.of(process)
                    .filter(found -> of(found).equals(this))
                    .isPresent();
        }

        private static Owner of(ProcessHandle handle) {
            long started = handle.info()
                    .startInstant()
                    .map(java.time.Instant::toEpochMilli)
                    .orElse(0L);
            return new Owner(handle.pid(), started);
        }
    }

    /** Jackson fills a missing value with null, which a page that can be read does not have. */
    private record Page(Owner owner, List<Entry> entries) {
        Page {
            Objects.requireNonNull(owner, "owner");
            entries = List.copyOf(entries);
        }
    }
}
