package dev.envproof.environment.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value of a YAML file and where it stands. */
public sealed interface Node {
    Place place();

    /** What it is, in the words of an error text; never its value. */
    String kind();

    /** Keys with their values, in the order of the file. */
    record Mapping(Place place, Map<String, Entry> entries) implements Node {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }
    }

    /** A key's own place, and its value. */
    record Entry(Place place, Node value) {}

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param text the value with its variables filled in
     * @param written the value as the file has it, which is all that an error text may show
     * @param type what YAML's core schema (1.2, 10.3) takes it for
     */
    record Scalar(Place place, String text, String written, Type type) implements Node {
        @Override
        public String kind() {
            return type.says;
        }

        boolean holdsVariables() {
            return type == Type.FILLED_IN;
        }
    }

    /** What a single value is. */
    enum Type {
        TEXT("text"),
        NUMBER("a number"),
        FLAG("true or false"),
        NOTHING("no value"),
        /** Came from variables: it is whatever its key asks for. */
        FILLED_IN("a variable's value"),
        /** Already reported, so that no second problem follows from it. */
        REPORTED("a value with a problem");

        private final String says;

        Type(String says) {
            this.says = says;
        }
    }
}
