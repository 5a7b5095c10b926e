package dev.envproof.environment;

import java.nio.file.Path;
import java.util.Optional;

/** What stands in for the deployment where there is no URL. */
public sealed interface ReplicaChoice {

    /** A replica of this project's own, on this engine. */
    enum BuiltIn implements ReplicaChoice {
        AUTO,
        EMBEDDED,
        DOCKER
    }

    /**
     * The user's own compose file, started as a project of the run's own, or under a name of the user's.
     *
     * @param file the compose file
     * @param project the name under which it is used where it is there already, and started where not
     * @param envFile holds the values of the file's variables; without one, the process environment and {@code .env} do
     * @param edge what answers for the environment
     */
    record Compose(Path file, Optional<String> project, Optional<Path> envFile, Inside edge) implements ReplicaChoice {}

    /** An address as the project's own containers have it: a Compose service and a port of its container. */
    record Inside(String scheme, String service, int port) {
        private static final String AUTHORITY = "://";

        static Inside of(String url) {
            String scheme = url.substring(0, url.indexOf(AUTHORITY));
            String[] parts = url.substring(scheme.length() + AUTHORITY.length())
                    .replaceAll("/$", "")
                    .split(":", 2);
            int otherwise = scheme.equals("https") ? 443 : 80;
            return new Inside(scheme, parts[0], parts.length > 1 ? Integer.parseInt(parts[1]) : otherwise);
        }

        @Override
        public String toString() {
            return scheme + AUTHORITY + service + ":" + port;
        }
    }
}
