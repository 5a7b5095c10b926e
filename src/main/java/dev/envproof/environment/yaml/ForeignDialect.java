package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import dev.envproof.environment.yaml.Node.Sequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/** Another program's files: anchors, aliases and merge keys (YAML 1.1) within bounds; tags and variables stay. */
final class ForeignDialect implements Dialect {
    /** In values, each alias counted with all that it stands for; a bomb has billions. */
    private static final int MOST = 100_000;

    private static final String MERGE = "<<";

    private final Map<String, Anchored> anchors = new HashMap<>();
    private final Deque<Integer> begun = new ArrayDeque<>();
    private int values;

    private record Anchored(Node node, int weight) {}

    @Override
    public void begin(Place place, String key, Event event) {
        begun.push(values);
        count(place, key, 1);
    }

    @Override
    public void end(Event event, Node node) {
        int weight = values - begun.pop();
        if (event instanceof NodeEvent marked && marked.getAnchor() != null) {
            anchors.put(marked.getAnchor(), new Anchored(node, weight));
        }
    }

    @Override
    public Node aliased(Place place, String key, AliasEvent alias) {
        Anchored anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw new Refused(place, key, "an alias (`*`) of nothing that ends before it", "an anchor (`&`) above it");
        }
        count(place, key, anchored.weight());
        return anchored.node();
    }

    private void count(Place place, String key, int more) {
        values += more;
        if (values > MOST) {
            throw new Refused(place, key, "more than " + MOST + " values, aliases written out", "fewer values");
        }
    }

    @Override
    public Scalar filledIn(String key, Scalar scalar) {
        return scalar;
    }

    @Override
    public Map<String, Entry> merged(Map<String, Entry> entries) {
        Entry merge = entries.get(MERGE);
        if (merge == null) {
            return entries;
        }
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        all.remove(MERGE);
        List<Node> sources = merge.value() instanceof Sequence list ? list.items() : List.of(merge.value());
        for (Node source : sources) {
            if (source instanceof Mapping mapping) {
                mapping.entries().forEach(all::putIfAbsent);
            }
        }
        return all;
    }
}
