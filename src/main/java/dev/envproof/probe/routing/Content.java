package dev.envproof.probe.routing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envproof.probe.Reply;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer taken apart, so that what changes anyway can be told from what depends on the request: each value of a JSON
 * body by its pointer (RFC 6901), and {@link #STATUS}; another body is one {@link #TEXT}.
 */
public final class Content {
    public static final String STATUS = "the status";
    public static final String TEXT = "the text";

    private Content() {}

    /** @param left out: the pointer to the environment's name, which may differ */
    static Map<String, String> of(Reply.Answer answer, JsonNode body, String left) {
        Map<String, String> values = new TreeMap<>();
        values.put(STATUS, String.valueOf(answer.status()));
        if (body.isMissingNode()) {
            values.put(TEXT, answer.body());
        } else {
            put(values, "", body);
        }
        values.remove(left);
        return values;
    }

    private static void put(Map<String, String> values, String pointer, JsonNode node) {
        if (node.isEmpty()) {
            values.put(pointer, node.toString());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            put(values, pointer + "/" + escaped(field.getKey()), field.getValue());
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            put(values, pointer + "/" + index, node.get(index));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
