package dev.envproof.replica.embedded;

import dev.envproof.environment.Logs;
import dev.envproof.fault.Fault;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A service's log: one JSON object a line, so that no line break in a request can make a line of its own. */
final class ServiceLog {
    private static final Logs PLACES = new Logs("/environment", "/request", Map.of(), Optional.empty());
    private final Path file;

    ServiceLog(Path folder, String name) {
        this.file = folder.resolve(name + ".log");
        create(folder);
        forget();
    }

    /** Of an instance behind an edge. */
    static ServiceLog of(Path runFolder, String edge, String name) {
        return new ServiceLog(runFolder.resolve("logs").resolve(edge), name);
    }

    private static void create(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failed) {
            throw new ReplicaException("the folder " + folder + " can't be made: " + failed, failed);
        }
    }

    Path file() {
        return file;
    }

    /** Starts anew, as a rotated log does. */
    synchronized void forget() {
        write("", StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** One line for a request, and one more where the environment logs at debug level. */
    void request(Visit visit, int status) {
        line(visit, "info", status + " " + visit.request().method());
        if (visit.environment().logLevel().toLowerCase(Locale.ROOT).equals("debug")
                || visit.shape().showsAt(visit.edge(), Fault.FLAGS_LOG_LEVEL_DEBUG)) {
            line(visit, "debug", "stores " + visit.service().stores());
        }
    }

    /** A line about a request; undeclared headers and the query stay out, because they may hold keys. */
    void line(Visit visit, String level, String message) {
        Request request = visit.request();
        Logs places = visit.shape().system().logs().orElse(PLACES);
        JsonBody line = new JsonBody()
                .put(places.environment(), LogFaults.environment(visit))
                .put(places.request(), request.first("X-Request-Id").orElse("-"))
                .put("/level", level)
                .put("/service", visit.service().name())
                .put("/method", request.method())
                .put("/path", "/" + request.path())
                .put("/message", message);
        places.protocol().ifPresent(place -> line.put(place, request.protocol()));
        places.received().forEach((header, place) -> line.put(place, String.join(", ", request.all(header))));
        LogFaults.credentials(visit, line);
        raw(LogFaults.written(visit, line.asNode().toString()));
    }

    /** A line that is no JSON: only a fault writes one. */
    synchronized void raw(String line) {
        write(line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void write(String text, StandardOpenOption... options) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, options);
        } catch (IOException failed) {
            throw new ReplicaException("the log " + file + " can't be written: " + failed, failed);
        }
    }
}
