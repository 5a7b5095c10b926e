package dev.envproof.probe.secrets;

import dev.envproof.environment.SecretPolicy.UrlPart;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the parts of URLs with the variables that repeat them, and keeps neither. */
public final class UrlPartProbe implements Probe<UrlPartProbe.Seen> {
    /** User information ends at the last at-sign of the authority: passwords that were never encoded hold some. */
    private static final Pattern URL = Pattern.compile(
            "(?:jdbc:)?[A-Za-z][A-Za-z0-9+.-]*://(?:(?<user>[^:@/]*)(?::(?<password>.*))?@)?"
                    + "(?<host>\\[[^\\]]*\\]|[^:/?#@]*)(?::(?<port>[0-9]+))?(?:/(?<database>[^?#@]*))?(?:[?#][^@]*)?",
            Pattern.DOTALL);

    private static final Map<String, String> PORTS =
            Map.of("postgres", "5432", "postgresql", "5432", "mysql", "3306", "redis", "6379", "rediss", "6379");

    /** What came of each comparison, in the order of the variables' names. */
    public record Seen(List<Compared> parts) implements dev.envproof.probe.Seen {
        public Seen {
            parts = List.copyOf(parts);
        }
    }

    /** One part of a URL beside the variable that repeats it. */
    public record Compared(String url, String part, String variable, Outcome outcome) {}

    /** What came of a comparison. */
    public enum Outcome {
        EQUAL,
        DIFFERENT,
        NO_URL,
        NO_VARIABLE,
        MALFORMED
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<Compared> parts = new ArrayList<>();
        new TreeMap<>(target.environment().secretPolicy().urlParts())
                .forEach((url, variables) -> new TreeMap<>(variables)
                        .forEach((part, variable) -> parts.add(new Compared(
                                url,
                                part.name().toLowerCase(Locale.ROOT),
                                variable,
                                outcome(
                                        target.variables().value(url),
                                        part,
                                        target.variables().value(variable))))));
        return new Seen(parts);
    }

    static Outcome outcome(Optional<String> url, UrlPart part, Optional<String> variable) {
        if (url.filter(text -> !text.isBlank()).isEmpty()) {
            return Outcome.NO_URL;
        }
        if (variable.isEmpty()) {
            return Outcome.NO_VARIABLE;
        }
        Matcher match = URL.matcher(url.get());
        if (!match.matches()) {
            return Outcome.MALFORMED;
        }
        String written = Optional.ofNullable(match.group(part.name().toLowerCase(Locale.ROOT)))
                .orElseGet(() -> part == UrlPart.PORT ? usualPort(url.get()) : "");
        return isSame(part, written, variable.get()) ? Outcome.EQUAL : Outcome.DIFFERENT;
    }

    /** A part may be written percent-encoded, or as it is. */
    private static boolean isSame(UrlPart part, String written, String repeated) {
        boolean isHost = part == UrlPart.HOST;
        String decoded = Credential.percentDecoded(written);
        return isHost ? written.equalsIgnoreCase(repeated) : repeated.equals(written) || repeated.equals(decoded);
    }

    private static String usualPort(String url) {
        String scheme = url.replaceFirst("^jdbc:", "").replaceFirst("(?s)[+:].*", "");
        return PORTS.getOrDefault(scheme, "");
    }
}
