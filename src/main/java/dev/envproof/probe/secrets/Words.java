package dev.envproof.probe.secrets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of a text, and lists of them beside the classes. */
final class Words {
    private Words() {}

    /** The words of a name such as {@code DATABASE_URL}, in small letters. */
    static Set<String> in(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .filter(word -> word.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of a list that stands beside the classes; blank ones and comments are left out. */
    static List<String> lines(String resource) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
