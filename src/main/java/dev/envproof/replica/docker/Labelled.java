package dev.envproof.replica.docker;

import java.util.Map;

/** What an engine keeps under an id and labels: a container, a network or a volume. */
record Labelled(String id, Map<String, String> labels) {
    Labelled {
        labels = Map.copyOf(labels);
    }
}
