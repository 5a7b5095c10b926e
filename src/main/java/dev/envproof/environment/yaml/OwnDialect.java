package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Scalar;
import java.util.Map;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;

/** The project's own files: no anchors, no aliases, no tags; variables are filled in. */
record OwnDialect(VariableText variables) implements Dialect {
    @Override
    public void begin(Place place, String key, Event event) {
        if (event instanceof NodeEvent node && node.getAnchor() != null) {
            throw new Refused(place, key, "an anchor (`&`)", "the value without an anchor");
        }
        boolean tagged = event instanceof ScalarEvent scalar && scalar.getTag() != null
                || event instanceof CollectionStartEvent collection && collection.getTag() != null;
        if (tagged) {
            throw new Refused(place, key, "a tag (`!`)", "the value without a tag");
        }
    }

    @Override
    public void end(Event event, Node node) {
        // nothing to remember: no alias can ask for it
    }

    @Override
    public Node aliased(Place place, String key, AliasEvent alias) {
        throw new Refused(place, key, "an alias (`*`)", "the value itself, written out");
    }

    @Override
    public Scalar filledIn(String key, Scalar scalar) {
        return variables.fillIn(key, scalar);
    }

    @Override
    public Map<String, Entry> merged(Map<String, Entry> entries) {
        return entries;
    }
}
