package dev.envproof.probe.secrets;

import java.util.EnumSet;
import java.util.Set;

/** What the look of a secret's value gives away about how it came to be. */
public enum Shape {
    TEMPLATE("an unresolved template, reference or mask"),
    PUBLISHED("a value that is published with a product"),
    PLACEHOLDER("a placeholder of a sample file"),
    PATTERNED("a repetition, a sequence or a walk over the keyboard"),
    QUOTED("quotes around the value"),
    CARRIAGE_RETURN("a carriage return"),
    PADDED("blanks or a line break at an end"),
    INVISIBLE("invisible or control characters"),
    OWN_NAME("a variable's name and an equals sign in front"),
    COMMENT("a comment behind the value");

    private static final Set<Shape> STAND_INS = EnumSet.of(TEMPLATE, PUBLISHED, PLACEHOLDER, PATTERNED);
    private final String says;

    Shape(String says) {
        this.says = says;
    }

    /** The shape as words for a report. */
    public String says() {
        return says;
    }

    /** Whether such a value is no secret at all, so that its strength and its equality say nothing more. */
    public boolean isStandIn() {
        return STAND_INS.contains(this);
    }
}
