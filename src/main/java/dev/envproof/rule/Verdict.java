package dev.envproof.rule;

import dev.envproof.evidence.Exchange;
import dev.envproof.evidence.ShownText;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule makes of what was seen; its texts are made visible and are capped, whoever wrote what was seen. */
public sealed interface Verdict {

    /** So many characters of a verdict's text are kept. */
    int LONGEST = 4_000;

    List<Exchange> exchanges();

    /** The environment is as the rule says. */
    record Held(String saw, List<Exchange> exchanges) implements Verdict {
        public Held {
            saw = ShownText.of(saw, LONGEST);
            exchanges = List.copyOf(exchanges);
        }
    }

    /** The environment is not as the rule says. */
    record Broken(String expected, String saw, List<Exchange> exchanges) implements Verdict {
        public Broken {
            expected = ShownText.of(expected, LONGEST);
            saw = ShownText.of(saw, LONGEST);
            exchanges = List.copyOf(exchanges);
        }
    }

    /** The rule could not be judged; {@code why} names the stage that failed. */
    record Inconclusive(String why, List<Exchange> exchanges) implements Verdict {
        public Inconclusive {
            why = ShownText.of(why, LONGEST);
            exchanges = List.copyOf(exchanges);
        }
    }

    static Verdict held(String saw, Exchange... exchanges) {
        return new Held(saw, List.of(exchanges));
    }

    static Verdict broken(String expected, String saw, Exchange... exchanges) {
        return new Broken(expected, saw, List.of(exchanges));
    }

    static Verdict inconclusive(String why, Exchange... exchanges) {
        return new Inconclusive(why, List.of(exchanges));
    }

    /** Broken where any part is, else inconclusive where any part is or there is no part, else held. */
    static Verdict all(List<Verdict> parts) {
        List<Broken> broken = only(Broken.class, parts);
        if (!broken.isEmpty()) {
            return new Broken(broken.get(0).expected(), joined(broken, Broken::saw), exchanges(broken));
        }
        List<Inconclusive> open = only(Inconclusive.class, parts);
        if (!open.isEmpty()) {
            return new Inconclusive(joined(open, Inconclusive::why), exchanges(open));
        }
        List<Held> held = only(Held.class, parts);
        return held.isEmpty()
                ? inconclusive("nothing was looked at")
                : new Held(joined(held, Held::saw), exchanges(held));
    }

    private static <V extends Verdict> List<V> only(Class<V> kind, List<Verdict> parts) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static <V> String joined(List<V> parts, java.util.function.Function<V, String> text) {
        return parts.stream().map(text).distinct().collect(Collectors.joining("; "));
    }

    private static List<Exchange> exchanges(List<? extends Verdict> parts) {
        return parts.stream().flatMap(part -> part.exchanges().stream()).toList();
    }
}
