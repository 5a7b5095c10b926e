package dev.envproof.replica.docker;

import dev.envproof.environment.NamedEngine;
import dev.envproof.evidence.VisibleText;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Signs of a Docker engine. They are looked for first: loading the engine's client takes a second.
 *
 * @param variables of this process
 * @param root of the file system
 * @param home the user's
 * @param mayUse whether this process may write to a socket
 */
record Surroundings(Map<String, String> variables, Path root, Path home, Predicate<Path> mayUse) {

    static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(), Path.of("/"), Path.of(System.getProperty("user.home")), Files::isWritable);
    }

    /** Why there is no point in asking; empty where an engine may answer. */
    Optional<String> obstacle() {
        Optional<NamedEngine> named = NamedEngine.of(variables, home);
        if (named.isPresent() && named.get().host().isEmpty()) {
            return Optional.of(VisibleText.of(named.get().by())
                    + " names a context that is not there: `docker context ls` tells those that are");
        }
        if (named.isEmpty() && !isWindows() && sockets().noneMatch(Files::exists)) {
            return Optional.of("no Docker engine answers at " + root.resolve("var/run/docker.sock")
                    + ", and DOCKER_HOST is not set");
        }
        Optional<Path> forbidden = sockets().filter(Files::exists).findFirst().filter(mayUse.negate());
        if (named.isEmpty() && forbidden.isPresent()) {
            return Optional.of("no permission on " + forbidden.get()
                    + ": let this user use Docker (its group is often `docker`), or set DOCKER_HOST");
        }
        // An engine outside publishes on its own loopback address: nothing in here reaches that.
        if (Files.exists(root.resolve(".dockerenv")) && !isSet("TESTCONTAINERS_HOST_OVERRIDE")) {
            return Optional.of("this process runs in a container; where the Docker engine runs in the same one, set"
                    + " TESTCONTAINERS_HOST_OVERRIDE=localhost");
        }
        return Optional.empty();
    }

    /** Where engines listen: Docker's own, rootless ones, Docker Desktop. The last file may name another place. */
    private Stream<Path> sockets() {
        return Stream.concat(
                Stream.ofNullable(variables.get("XDG_RUNTIME_DIR"))
                        .map(folder -> Path.of(folder).resolve("docker.sock")),
                Stream.of(
                        root.resolve("var/run/docker.sock"),
                        home.resolve(".docker/run/docker.sock"),
                        home.resolve(".docker/desktop/docker.sock"),
                        home.resolve(".testcontainers.properties")));
    }

    /** Named pipes can't be told from outside the client. */
    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    private boolean isSet(String variable) {
        return !variables.getOrDefault(variable, "").isBlank();
    }
}
