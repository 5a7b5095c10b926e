package dev.envproof.replica.docker;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** A run's networks, or its volumes; each is made when it is first asked for. */
final class OnDemand implements AutoCloseable {
    private final RunLabels labels;
    private final BiFunction<String, Map<String, String>, String> maker;
    private final Consumer<String> remover;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    /**
     * @param maker makes one of a name, with labels, and answers its id
     * @param remover removes one by its id
     */
    OnDemand(RunLabels labels, BiFunction<String, Map<String, String>, String> maker, Consumer<String> remover) {
        this.labels = labels;
        this.maker = maker;
        this.remover = remover;
    }

    /** The engine's name for what the run calls by a short one. */
    String name(String shortName) {
        return labels.run() + "-" + shortName;
    }

    /** The engine's id of it. */
    String id(String shortName) {
        return ids.computeIfAbsent(shortName, wanted -> maker.apply(name(wanted), labels.asMap()));
    }

    void remove(String shortName) {
        String id = ids.remove(shortName);
        if (id != null) {
            remover.accept(id);
        }
    }

    @Override
    public void close() {
        ids.keySet().forEach(this::remove);
    }
}
