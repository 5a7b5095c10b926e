package dev.envproof.environment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a variable's value means, so that two ways to write one value are one. */
public enum ValueType {
    TEXT("a text", Optional::of),
    WORD("a word in any letter case", text -> Optional.of(text.toLowerCase(Locale.ROOT))),
    NUMBER("a number", ValueType::number),
    /** {@code 30}, {@code 30s}, {@code 30000ms} and {@code PT30S} are one. */
    DURATION(
            "a duration in seconds, or with its unit",
            text -> Durations.seconds(text).map(ValueType::plain)),
    FLAG("true or false", ValueType::flag),
    /** The order does not count. */
    LIST("a list", text -> Optional.of(sorted(text))),
    LEVEL("a log level", Spellings::level),
    /** What a program was built for, or runs as. */
    MODE("a build mode", Spellings::mode),
    /** Two names of one zone are one. */
    ZONE("a time zone", ZoneEffect::of);

    private final String says;
    private final Function<String, Optional<String>> reading;

    ValueType(String says, Function<String, Optional<String>> reading) {
        this.says = says;
        this.reading = reading;
    }

    public String says() {
        return says;
    }

    /** The one way to write a value, without blanks and quotes around it; empty where it is none of this type. */
    public Optional<String> canonical(String written) {
        return reading.apply(unquoted(written.strip()));
    }

    /** Whether no secret has this type: what is not of it is never shown. */
    boolean isHarmless() {
        return this != TEXT && this != WORD && this != LIST;
    }

    /** Whether its values have an order. */
    public boolean isOrdered() {
        return this == NUMBER || this == DURATION || this == LEVEL;
    }

    /** Compares two canonical values of an ordered type. */
    public int compare(String one, String other) {
        return this == LEVEL
                ? Spellings.compareLevels(one, other)
                : new BigDecimal(one.replace("s", "")).compareTo(new BigDecimal(other.replace("s", "")));
    }

    private static Optional<String> number(String text) {
        return text.matches("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?")
                ? Optional.of(plain(new BigDecimal(text)))
                : Optional.empty();
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<String> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of("true");
            case "false", "no", "off", "0" -> Optional.of("false");
            default -> Optional.empty();
        };
    }

    private static String sorted(String text) {
        String inside = text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
        return Arrays.stream(inside.split("[,;\\s]+", -1))
                .map(item -> unquoted(item.strip()))
                .filter(item -> !item.isEmpty())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String unquoted(String text) {
        boolean isQuoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return isQuoted ? text.substring(1, text.length() - 1) : text;
    }
}
