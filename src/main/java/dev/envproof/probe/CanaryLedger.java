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
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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

    /** Files of runs that ended without removing their canaries. */
    List<Abandoned> abandoned() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Abandoned> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
            for (Path other : files) {
                Page page = JSON.readValue(other.toFile(), Page.class);
                if (!page.owner().isAlive()) {
                    found.add(new Abandoned(other, page.entries()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("can't read the canary ledger in " + folder, unreadable);
        }
        return List.copyOf(found);
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

    private record Page(Owner owner, List<Entry> entries) {}
}
