package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Writes what an edge's nginx is configured with; here no nginx runs it, but it is there to be read. */
final class NginxFiles {
    private NginxFiles() {}

    /**
     * The system with a written nginx.conf in every edge for which the files name none.
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
        EdgePart door = parts.edges().get(edge.name());
        if (door == null) {
            return edge;
        }
        Path own = folder.path().resolve("nginx").resolve(edge.name());
        NginxConf conf = new NginxConf(edge.name(), door.place(), parts.urls(edge.name(), Side.INSIDE));
        Path file = write(own, conf.files(shape));
        return new Edge(edge.name(), edge.defaultEnvironment(), Optional.of(file));
    }

    /**
     * Writes the files of an nginx, keys among them, so that only their owner can read them; what lay in its static root
     * goes.
     *
     * @param files by relative name
     * @return the nginx.conf
     */
    static Path write(Path folder, Map<String, String> files) {
        try {
            Leftovers.delete(folder.resolve("html"));
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolveSibling(""));
                OwnerFile.write(path, file.getValue());
            }
            return folder.resolve(NginxConf.FILE);
        } catch (IOException failed) {
            throw new ReplicaException(
                    "the files of an nginx can't be written to " + folder + " (" + failed
                            + "): free space there, or make it writable",
                    failed);
        }
    }
}
