package dev.envproof.environment.yaml;

import java.util.Set;
import java.util.regex.Pattern;

/** What a plain (unquoted) value is in YAML 1.2's core schema (10.3.2), which editors and JSON Schema go by. */
final class ScalarTypes {
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> FLAG = Set.of("true", "True", "TRUE", "false", "False", "FALSE");
    private static final Pattern NUMBER = Pattern.compile(
            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private ScalarTypes() {}

    static Node.Type ofPlain(String written) {
        if (NOTHING.contains(written)) {
            return Node.Type.NOTHING;
        }
        if (FLAG.contains(written)) {
            return Node.Type.FLAG;
        }
        return NUMBER.matcher(written).matches() ? Node.Type.NUMBER : Node.Type.TEXT;
    }
}
