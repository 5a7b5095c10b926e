package dev.envproof.replica.embedded;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Function;

/** A value that its text alone tells; the first letter of each name is different. */
enum Leaf {
    TEXT(String.class, text -> text),
    INTEGER(Integer.class, Integer::valueOf),
    NUMBER(Double.class, Double::valueOf),
    BOOLEAN(Boolean.class, Boolean::valueOf),
    URL(URI.class, URI::create),
    PATH(Path.class, Path::of),
    DURATION(Duration.class, Duration::parse),
    FULL_TIME(Instant.class, Instant::parse),
    CALENDAR_DAY(LocalDate.class, LocalDate::parse);

    private final Class<?> type;
    private final Function<String, Object> reader;

    Leaf(Class<?> type, Function<String, Object> reader) {
        this.type = type;
        this.reader = reader;
    }

    static Leaf of(Object value) {
        return Arrays.stream(values())
                .filter(leaf -> leaf.type.isInstance(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no way to send a " + value.getClass()));
    }

    static Leaf of(char letter) {
        return Arrays.stream(values())
                .filter(leaf -> leaf.name().charAt(0) == letter)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is sent as " + letter));
    }

    Object read(String text) {
        return reader.apply(text);
    }
}
