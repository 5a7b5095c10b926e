package dev.envproof.rule.flags;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Levels of log lines, most talkative first, under the names and numbers that loggers write: pino and bunyan count from
 * 10 to 60, syslog and GELF from 7 down to 0, Monolog from 100 to 600.
 */
enum Level {
    TRACE(Set.of("trace", "trc", "t", "verbose", "finest", "all", "10")),
    DEBUG(Set.of("debug", "dbg", "d", "fine", "finer", "20", "7", "100")),
    INFO(Set.of("info", "inf", "i", "information", "informational", "notice", "config", "30", "6", "5", "200", "250")),
    WARN(Set.of("warn", "wrn", "w", "warning", "40", "4", "300")),
    ERROR(Set.of(
            "error",
            "err",
            "e",
            "fatal",
            "ftl",
            "f",
            "critical",
            "crit",
            "severe",
            "alert",
            "panic",
            "dpanic",
            "emergency",
            "emerg",
            "50",
            "60",
            "3",
            "2",
            "1",
            "0",
            "400",
            "500",
            "550",
            "600"));

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
