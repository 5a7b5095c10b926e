package dev.envproof.evidence;

import java.util.BitSet;
import java.util.stream.Stream;

/**
 * Tells quickly where no secret can begin, so that long texts are searched at the speed of one look-up a character. It
 * knows the first three characters of every form; where one of a text's three may begin an escape, it rules nothing out.
 */
final class Beginnings {
    private static final int LENGTH = 3;
    private static final int BITS = 1 << 16;

    private final BitSet known = new BitSet(BITS);
    private boolean hasShorter;

    private Beginnings() {}

    static Beginnings of(Stream<SecretForms.Form> forms) {
        Beginnings beginnings = new Beginnings();
        forms.flatMap(form -> form.plainBeginnings(LENGTH)).forEach(beginnings::add);
        return beginnings;
    }

    private void add(String beginning) {
        if (beginning.length() < LENGTH) {
            hasShorter = true;
        } else {
            known.set(slot(beginning.charAt(0), beginning.charAt(1), beginning.charAt(2)));
        }
    }

    boolean mayBeAt(String text, int at) {
        if (hasShorter) {
            return true;
        }
        char first = text.charAt(at);
        if (EscapedForm.mayBeginEscape(first)) {
            return true;
        }
        if (at + LENGTH > text.length()) {
            return false;
        }
        char second = text.charAt(at + 1);
        char third = text.charAt(at + 2);
        return known.get(slot(first, second, third))
                || EscapedForm.mayBeginEscape(second)
                || EscapedForm.mayBeginEscape(third);
    }

    private static int slot(char first, char second, char third) {
        return ((first * 31 + second) * 1009 + third) & (BITS - 1);
    }
}
