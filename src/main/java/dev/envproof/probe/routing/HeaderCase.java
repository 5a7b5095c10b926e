package dev.envproof.probe.routing;

import java.util.List;
import java.util.Set;

/**
 * One way to send the routing header, or not to.
 *
 * @param says what is sent, as words for a report
 * @param lines the values, one header line each; none where the header is absent
 * @param names the environments that the lines mention, whose access keys go along
 * @param mayReach the environments that declared policy lets it reach
 */
public record HeaderCase(Kind kind, String says, List<String> lines, Set<String> names, Set<String> mayReach) {
    public HeaderCase {
        lines = List.copyOf(lines);
        names = Set.copyOf(names);
        mayReach = Set.copyOf(mayReach);
    }

    /** Whether it is the plain value of this environment. */
    public boolean isValueOf(String environment) {
        return kind == Kind.VALUE && names.contains(environment);
    }

    /** Rows of the truth table. */
    public enum Kind {
        ABSENT,
        /** A declared name, exactly. */
        VALUE,
        /** A declared name in other letters. */
        LETTER_CASE,
        /** A declared name between blanks, which HTTP takes away (RFC 9110, 5.5). */
        PADDED,
        EMPTY,
        /** A word that names no environment. */
        UNKNOWN,
        /** Longer than a server may be expected to take. */
        LONG,
        /** With a byte that no field value may hold (RFC 9110, 5.5). */
        CONTROL,
        SAME_TWICE,
        CONFLICTING,
        /** One line with two names and a comma, as which a proxy may hand two lines on (RFC 9110, 5.3). */
        LIST
    }
}
