package dev.envproof.replica.docker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** A run's networks, or its volumes; each is made when it is first asked for. */
final class OnDemand {
    private final RunLabels labels;
    private final BiFunction<String, Map<String, String>, String> maker;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /** @param maker makes one of a name, with labels, and answers its id */
    OnDemand(RunLabels labels, BiFunction<String, Map<String, String>, String> maker) {
        this.labels = labels;
        this.maker = maker;
    }

    /** The engine's name for what the run calls by a short one. */
    String name(String shortName) {
        return labels.run() + "-" + shortName;
    }

    /** The engine's id of it. */
    String id(String shortName) {
        return ids.computeIfAbsent(shortName, wanted -> maker.apply(name(wanted), labels.asMap()));
    }
}
