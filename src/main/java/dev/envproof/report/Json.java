package dev.envproof.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prints a tree of maps, lists and texts as JSON (RFC 8259), two spaces deep, with a last line feed. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /** An object of keys and values in turn, in their order: Map.of has another one in each run. */
    static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            object.put(keysAndValues[index].toString(), keysAndValues[index + 1]);
        }
        return object;
    }

    /** Prints to a file, piece by piece where the tree holds iterators. */
    static void write(Object tree, Writer to) throws IOException {
        MAPPER.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(to, tree);
        to.write('\n');
    }

    public static String print(Object tree) {
        try {
            return MAPPER.writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of maps and texts has a JSON form", impossible);
        }
    }
}
