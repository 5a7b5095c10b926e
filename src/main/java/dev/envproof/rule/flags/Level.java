package dev.envproof.rule.flags;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Levels of log lines, most talkative first, under the names and numbers that loggers write. */
enum Level {
    TRACE(Set.of("trace", "verbose", "finest", "10")),
    DEBUG(Set.of("debug", "fine", "20")),
    INFO(Set.of("info", "information", "notice", "30")),
    WARN(Set.of("warn", "warning", "40")),
    ERROR(Set.of("error", "fatal", "critical", "severe", "50", "60"));

    private final Set<String> names;

    Level(Set<String> names) {
        this.names = names;
    }

    static Optional<Level> of(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        for (Level level : values()) {
            if (level.names.contains(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    String shown() {
        return name().toLowerCase(Locale.ROOT);
    }
}
