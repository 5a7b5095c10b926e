package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.Owner;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** What runs left behind whose process was killed. */
final class Leftovers {
    static final String REDIS_PID = "redis.pid";
    private static final List<String> PIDS = List.of("postmaster.pid", REDIS_PID);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Leftovers() {}

    /** Stops and deletes what belongs to processes that are gone; folders of live runs, and of other users, are not touched. */
    static void sweep(Path scratch) {
        for (Path folder : children(scratch)) {
            Optional<Owner> owner = Owner.ofFolder(folder.getFileName().toString());
            if (owner.isPresent() && !owner.get().isAlive() && Files.isWritable(folder)) {
                remove(folder);
            }
        }
    }

    /** Stops the servers whose data is in a run's folder, then deletes it. */
    static void remove(Path folder) {
        children(folder).forEach(Leftovers::stopServerOf);
        delete(folder);
    }

    private static void stopServerOf(Path data) {
        if (!isGoneAfter(data, ProcessHandle::destroy)) {
            isGoneAfter(data, ProcessHandle::destroyForcibly);
        }
    }

    /** A server that nobody waits for may stay in the process table: what counts is that it runs no command. */
    private static boolean isGoneAfter(Path data, Consumer<ProcessHandle> signal) {
        Optional<ProcessHandle> server = server(data);
        server.ifPresent(signal);
        try {
            await().atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .until(() -> server.stream().noneMatch(process -> names(process, data)));
            return true;
        } catch (ConditionTimeoutException stillThere) {
            return false;
        }
    }

    /** The running server of a data directory: its id is believed only where its command names that directory. */
    private static Optional<ProcessHandle> server(Path data) {
        return PIDS.stream()
                .flatMap(pid -> server(data, data.resolve(pid)).stream())
                .findFirst();
    }

    private static Optional<ProcessHandle> server(Path data, Path pid) {
        try (Stream<String> lines = Files.lines(pid)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(process -> names(process, data));
        } catch (IOException neverStarted) {
            return Optional.empty();
        }
    }

    private static boolean names(ProcessHandle process, Path data) {
        return process.info()
                .arguments()
                .map(List::of)
                .filter(arguments -> arguments.contains(data.toString()))
                .isPresent();
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.toList();
        } catch (IOException goneMeanwhile) {
            return List.of();
        }
    }

    /**
     * Deletes a folder with all that is in it. Files that vanish meanwhile are as good as deleted, and those that a server
     * writes while it ends are deleted in a later try: a reaper and the next run may clean the same folder at once.
     */
    static void delete(Path folder) {
        try {
            await().atMost(PATIENCE).pollDelay(Duration.ZERO).until(() -> deleteAll(folder));
        } catch (ConditionTimeoutException stillThere) {
            throw new ReplicaException("the replica could not delete " + folder, stillThere);
        }
    }

    /** Whether the folder is gone. */
    private static boolean deleteAll(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException changedMeanwhile) {
            return Files.notExists(folder);
        }
        return true;
    }
}
