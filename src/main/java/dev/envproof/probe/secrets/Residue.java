package dev.envproof.probe.secrets;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value without what a file format, an editor or a shell left around it.
 *
 * @param value what was meant
 * @param shapes what was left
 */
record Residue(String value, Set<Shape> shapes) {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\u00A0&&[^\\r\\n\\t]]");
    private static final Pattern QUOTED = Pattern.compile("([\"'`])(?<meant>.*)\\1", Pattern.DOTALL);
    private static final Pattern CURLY =
            Pattern.compile("[\\u201C\\u2018](?<meant>.*)[\\u201D\\u2019]", Pattern.DOTALL);
    private static final Pattern NAMED =
            Pattern.compile("(?:export\\s+)?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+=(?<meant>[^=].*)", Pattern.DOTALL);
    private static final Pattern COMMENTED = Pattern.compile("(?<meant>\\S+)\\s+#.*", Pattern.DOTALL);
    /** More than one tool on the way may have left something. */
    private static final int LAYERS = 8;

    /** Armoured keys (RFC 7468) are made of lines and end with one. */
    private static final String ARMOUR = "-----BEGIN ";

    Residue {
        shapes = Set.copyOf(shapes);
    }

    static Residue of(String raw) {
        Set<Shape> shapes = EnumSet.noneOf(Shape.class);
        String value = raw;
        String before = "";
        for (int layer = 0; layer < LAYERS && !value.equals(before); layer++) {
            before = value;
            value = noted(value, INVISIBLE.matcher(value).replaceAll(""), Shape.INVISIBLE, shapes);
            value = noted(value, value.replace("\r", ""), Shape.CARRIAGE_RETURN, shapes);
            value = value.startsWith(ARMOUR) ? value.strip() : noted(value, value.strip(), Shape.PADDED, shapes);
            value = noted(value, inside(NAMED, value), Shape.OWN_NAME, shapes);
            value = noted(value, inside(COMMENTED, value), Shape.COMMENT, shapes);
            value = noted(value, inside(QUOTED, inside(CURLY, value)), Shape.QUOTED, shapes);
        }
        return new Residue(value, shapes);
    }

    private static String inside(Pattern pattern, String value) {
        Matcher match = pattern.matcher(value);
        return match.matches() ? match.group("meant") : value;
    }

    private static String noted(String before, String after, Shape shape, Set<Shape> shapes) {
        if (!after.equals(before)) {
            shapes.add(shape);
        }
        return after;
    }
}
