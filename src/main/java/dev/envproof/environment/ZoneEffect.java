package dev.envproof.environment;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a time zone does to clocks, whatever it is called. */
final class ZoneEffect {
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final int DAYS = 4 * 366;

    private ZoneEffect() {}

    /** The offset, or the first days of each offset in four years; empty where no zone has that name. */
    static Optional<String> of(String name) {
        try {
            ZoneRules rules = ZoneId.of(name.startsWith(":") ? name.substring(1) : name, ZoneId.SHORT_IDS)
                    .getRules();
            return Optional.of(rules.isFixedOffset() ? shown(rules.getOffset(FROM)) : changes(rules));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static String changes(ZoneRules rules) {
        Set<String> offsets = new LinkedHashSet<>();
        int hash = 1;
        for (Instant day : Stream.iterate(FROM, at -> at.plus(Duration.ofDays(1)))
                .limit(DAYS)
                .toList()) {
            ZoneOffset offset = rules.getOffset(day);
            offsets.add(shown(offset));
            hash = 31 * hash + offset.getTotalSeconds();
        }
        return offsets.size() == 1
                ? offsets.iterator().next()
                : offsets.stream().collect(Collectors.joining("/")) + " #" + Integer.toHexString(hash);
    }

    private static String shown(ZoneOffset offset) {
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }
}
