package dev.envproof.run;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A length of time as a flag takes it: {@code 500ms}, {@code 90s}, {@code 2m}. */
final class Span {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,5})(ms|s|m)");

    private Span() {}

    /** @throws UnknownName with the accepted form */
    static Duration of(String flag, String text) {
        Matcher found = FORM.matcher(text);
        if (!found.matches()) {
            throw new UnknownName(
                    flag + "=" + KeyPath.shown(text) + ": no length of time; accepted: as 500ms, 90s or 2m");
        }
        long count = Long.parseLong(found.group(1));
        return switch (found.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMinutes(count);
        };
    }
}
