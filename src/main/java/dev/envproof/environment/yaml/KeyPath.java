package dev.envproof.environment.yaml;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys that lead to a value, joined by dots, as error texts show them and overlays name them. */
public final class KeyPath {
    private static final int LONGEST_NAME = 60;

    private KeyPath() {}

    /** The place of the value that a key path leads to, or of the last one on the way that is there. */
    public static Place find(Node root, String path) {
        Node node = root;
        for (String name : path.split("\\.", -1)) {
            Node next = child(node, name);
            if (next == null) {
                return node.place();
            }
            node = next;
        }
        return node.place();
    }

    private static @Nullable Node child(Node node, String name) {
        if (node instanceof Node.Mapping mapping) {
            Node.Entry entry = mapping.entries().get(name);
            return entry == null ? null : entry.value();
        }
        boolean isIndex = node instanceof Node.Sequence && name.matches("[0-9]{1,6}");
        return isIndex ? ((Node.Sequence) node).items().get(Integer.parseInt(name)) : null;
    }

    static String join(String path, String name) {
        String shown = shown(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** A name from a file, safe to print: short, on one line, without control characters. */
    public static String shown(String name) {
        return printable(name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name);
    }

    /** A text on one line, without control characters and without marks that turn the reading direction. */
    static String printable(String text) {
        return text.codePoints()
                .mapToObj(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? String.format("\\u%04x", point)
                        : Character.toString(point))
                .collect(Collectors.joining());
    }
}
