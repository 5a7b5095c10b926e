package dev.envproof.probe.inspect;

import java.util.Optional;
import java.util.Set;

/**
 * A network that a container is on.
 *
 * @param id of the network: names may be used twice
 * @param project the Compose project that made it
 * @param names by which others on it reach the container, in lower case
 */
public record Attachment(String id, String name, Optional<String> project, Set<String> names) {
    public Attachment {
        names = Set.copyOf(names);
    }
}
