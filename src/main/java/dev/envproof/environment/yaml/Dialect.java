package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Scalar;
import java.util.Map;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;

/** What a file may use of YAML beyond mappings, lists and single values. */
interface Dialect {
    /** Called where a value begins, before what is inside it. */
    void begin(Place place, String key, Event event);

    /** Called with each value once it is complete. */
    void end(Event event, Node node);

    /** What an alias stands for. */
    Node aliased(Place place, String key, AliasEvent alias);

    /** A value with what the file lets variables do. */
    Scalar filledIn(String key, Scalar scalar);

    /** The entries of a mapping with those that it takes over from others. */
    Map<String, Entry> merged(Map<String, Entry> entries);
}
