package dev.envproof.rule.cors;

import java.util.List;
import java.util.stream.Stream;

/** Many texts in one line: each once, the first few, and how many more there are. */
final class Listing {
    static final int SHOWN = 3;

    private Listing() {}

    static String of(Stream<String> texts, String separator) {
        List<String> distinct = texts.distinct().toList();
        String shown = String.join(separator, distinct.subList(0, Math.min(SHOWN, distinct.size())));
        return distinct.size() > SHOWN ? shown + separator + (distinct.size() - SHOWN) + " more" : shown;
    }
}
