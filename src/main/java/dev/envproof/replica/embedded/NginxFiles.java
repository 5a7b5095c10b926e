package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the nginx.conf of every edge for which the files name none. */
final class NginxFiles {
    private NginxFiles() {}

    /**
     * The system with the written files in its edges.
     *
     * @throws ReplicaException where one can't be written
     */
    static SystemUnderTest written(RunFolder folder, Shape shape, Parts parts) {
        return shape.system()
                .withEdges(shape.system().edges().stream()
                        .map(edge -> edge.nginxConf().isPresent() ? edge : written(folder, shape, parts, edge))
                        .toList());
    }

    private static Edge written(RunFolder folder, Shape shape, Parts parts, Edge edge) {
        EdgeProxy proxy = parts.edges().get(edge.name());
        if (proxy == null) {
            return edge;
        }
        String text = new NginxConf(edge.name(), proxy.url(), parts.urls(edge.name())).text(shape);
        Path file = folder.path().resolve("nginx").resolve(edge.name()).resolve("nginx.conf");
        try {
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new ReplicaException(
                    "the replica can't write " + file + " (" + failed + "): free space there, or make it writable",
                    failed);
        }
        return new Edge(edge.name(), edge.defaultEnvironment(), Optional.of(file));
    }
}
