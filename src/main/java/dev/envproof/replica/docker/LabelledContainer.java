package dev.envproof.replica.docker;

import java.util.Map;

/** A container and its labels. */
record LabelledContainer(String id, Map<String, String> labels) {
    LabelledContainer {
        labels = Map.copyOf(labels);
    }
}
