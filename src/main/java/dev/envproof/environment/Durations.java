package dev.envproof.environment;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ways in which settings write durations: {@code 30}, {@code 30s}, {@code 1m 30s}, {@code PT30S}. */
final class Durations {
    private static final Pattern PART = Pattern.compile("([0-9]{1,18}(?:\\.[0-9]{1,9})?) ?([a-zA-Z]*) ?");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("us", new BigDecimal("0.000001")),
            Map.entry("ms", new BigDecimal("0.001")),
            Map.entry("s", BigDecimal.ONE),
            Map.entry("", BigDecimal.ONE),
            Map.entry("sec", BigDecimal.ONE),
            Map.entry("second", BigDecimal.ONE),
            Map.entry("seconds", BigDecimal.ONE),
            Map.entry("m", new BigDecimal("60")),
            Map.entry("min", new BigDecimal("60")),
            Map.entry("minute", new BigDecimal("60")),
            Map.entry("minutes", new BigDecimal("60")),
            Map.entry("h", new BigDecimal("3600")),
            Map.entry("hour", new BigDecimal("3600")),
            Map.entry("hours", new BigDecimal("3600")),
            Map.entry("d", new BigDecimal("86400")),
            Map.entry("day", new BigDecimal("86400")),
            Map.entry("days", new BigDecimal("86400")));

    private Durations() {}

    /** In seconds; empty where the text is no duration. */
    static Optional<BigDecimal> seconds(String text) {
        if (text.matches("-?P[0-9DTHMS.]{1,40}")) {
            return iso(text);
        }
        Matcher parts = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int end = 0;
        while (end < text.length() && parts.find(end) && parts.start() == end) {
            BigDecimal unit = UNITS.get(parts.group(2).toLowerCase(Locale.ROOT));
            if (unit == null) {
                return Optional.empty();
            }
            sum = sum.add(new BigDecimal(parts.group(1)).multiply(unit));
            end = parts.end();
        }
        return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
    }

    private static Optional<BigDecimal> iso(String text) {
        try {
            Duration read = Duration.parse(text);
            return Optional.of(BigDecimal.valueOf(read.getSeconds()).add(BigDecimal.valueOf(read.getNano(), 9)));
        } catch (DateTimeException | ArithmeticException noDuration) {
            return Optional.empty();
        }
    }
}
