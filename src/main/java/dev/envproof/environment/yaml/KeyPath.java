package dev.envproof.environment.yaml;

/** The keys that lead to a value, joined by dots, as error texts show them and overlays name them. */
final class KeyPath {
    private static final int LONGEST_NAME = 60;

    private KeyPath() {}

    static String join(String path, String name) {
        String shown = shown(name);
        return path.isEmpty() ? shown : path + "." + shown;
    }

    /** A name from a file, safe to print: short, on one line, without control characters. */
    static String shown(String name) {
        String cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "..." : name;
        return cut.codePoints()
                .mapToObj(point -> Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                        ? String.format("\\u%04x", point)
                        : Character.toString(point))
                .collect(java.util.stream.Collectors.joining());
    }
}
