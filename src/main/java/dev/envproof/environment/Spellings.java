package dev.envproof.environment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The spellings under which frameworks know one log level, or one build mode. */
final class Spellings {
    private static final List<String> LEVELS = List.of("trace", "debug", "info", "warn", "error", "fatal");
    private static final Map<String, String> OTHER_LEVELS =
            Map.of("verbose", "trace", "notice", "info", "warning", "warn", "err", "error", "critical", "fatal");
    private static final Map<String, String> MODES = Map.of(
            "dev",
            "development",
            "local",
            "development",
            "debug",
            "development",
            "prod",
            "production",
            "release",
            "production",
            "testing",
            "test");

    private Spellings() {}

    static Optional<String> level(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        return Optional.of(OTHER_LEVELS.getOrDefault(word, word)).filter(LEVELS::contains);
    }

    static int compareLevels(String one, String other) {
        return Integer.compare(LEVELS.indexOf(one), LEVELS.indexOf(other));
    }

    static Optional<String> mode(String written) {
        String word = written.toLowerCase(Locale.ROOT);
        return Optional.of(MODES.getOrDefault(word, word)).filter(mode -> mode.matches("[a-z0-9_-]{1,20}"));
    }
}
