package dev.envproof.notify;

import dev.envproof.evidence.Redaction;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A webhook: its name, the variable that holds its address, and how it is told.
 *
 * @param body the message as JSON
 */
record Webhook(String name, String variable, Function<News, String> body) {

    private static final Pattern PLAIN_WORD = Pattern.compile("[a-z]{1,11}");

    /** The address; empty where the variable holds none. */
    static Optional<URI> address(String value) {
        try {
            URI address = URI.create(value.strip());
            boolean known = address.getRawAuthority() != null
                    && ("http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme()));
            return known ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /** What the process environment holds for it; a blank variable is an unset one. */
    Optional<String> value(Map<String, String> processEnvironment) {
        return Optional.ofNullable(processEnvironment.get(variable)).filter(value -> !value.isBlank());
    }

    /**
     * Hides the address and each part of it that could be a secret: plain words, as in {@code /hooks/production/},
     * are none.
     *
     * @param names those of the run, which its messages must be able to say
     */
    static Redaction hiding(String value, Set<String> names) {
        List<String> parts = new ArrayList<>(List.of(value, value.strip()));
        address(value).ifPresent(address -> {
            String authority = address.getRawAuthority();
            parts.add(authority);
            parts.add(authority.replaceFirst(":[0-9]+$", ""));
            parts.add(authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":[0-9]+$", ""));
            parts.add(String.valueOf(address.getRawPath()));
            parts.add(String.valueOf(address.getRawQuery()));
            Stream.of(address.getRawPath(), address.getRawQuery(), address.getRawUserInfo())
                    .flatMap(part -> Stream.of(String.valueOf(part).split("[/&=:]", -1)))
                    .filter(part -> !PLAIN_WORD.matcher(part).matches() && !names.contains(part))
                    .forEach(parts::add);
        });
        parts.removeIf(part -> part.length() < Redaction.SHORTEST || part.equals("null"));
        return Redaction.of(parts);
    }

    Delivery came(Result result, String says) {
        return new Delivery(name, variable, result, says);
    }
}
