package dev.envproof.probe.nginx;

import dev.envproof.nginx.Directive;
import dev.envproof.nginx.UnreadableConfException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which location of a block serves a path (nginx documentation, directive {@code location}). */
final class Locations {
    private final List<Directive> locations;

    Locations(Directive block) {
        this.locations = block.all("location").toList();
    }

    /** An exact match, else the longest prefix where it says {@code ^~}, else the first expression, else that prefix. */
    Optional<Directive> serving(String path) throws UnreadableConfException {
        Optional<Directive> exact = locations.stream()
                .filter(location ->
                        modifier(location).equals("=") && pattern(location).equals(path))
                .findFirst();
        Optional<Directive> prefix = locations.stream()
                .filter(location ->
                        modifier(location).isEmpty() || modifier(location).equals("^~"))
                .filter(location -> path.startsWith(pattern(location)))
                .max(Comparator.comparingInt(location -> pattern(location).length()));
        if (exact.isPresent() || prefix.filter(it -> modifier(it).equals("^~")).isPresent()) {
            return exact.or(() -> prefix);
        }
        for (Directive location : locations) {
            if (matches(location, path)) {
                return Optional.of(location);
            }
        }
        return prefix;
    }

    private static String modifier(Directive location) {
        return location.arguments().size() > 1 ? location.argument(0) : "";
    }

    private static String pattern(Directive location) {
        return location.argument(location.arguments().size() - 1);
    }

    private static boolean matches(Directive location, String path) throws UnreadableConfException {
        String modifier = modifier(location);
        if (!modifier.equals("~") && !modifier.equals("~*")) {
            return false;
        }
        try {
            int flags = modifier.equals("~*") ? Pattern.CASE_INSENSITIVE : 0;
            return Pattern.compile(pattern(location), flags).matcher(path).find();
        } catch (PatternSyntaxException notJavas) {
            throw new UnreadableConfException(location.place(), location.text() + " is no expression known here");
        }
    }
}
