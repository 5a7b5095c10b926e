package dev.envproof.notify;

import dev.envproof.evidence.Redaction;
import dev.envproof.report.Delivery;
import dev.envproof.report.Delivery.Result;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A webhook: its name, the variable that holds its address, and how it is told.
 *
 * @param body the message as JSON
 */
record Webhook(String name, String variable, Function<News, String> body) {

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

    /** Hides the address and each part of it that could be a secret. */
    static Redaction hiding(String value) {
        List<String> parts = new ArrayList<>(List.of(value, value.strip()));
        address(value).ifPresent(address -> {
            parts.add(String.valueOf(address.getRawAuthority()));
            parts.add(String.valueOf(address.getRawAuthority()).replaceFirst(":[0-9]+$", ""));
            parts.add(String.valueOf(address.getRawPath()));
            parts.addAll(List.of(String.valueOf(address.getRawPath()).split("/", -1)));
            parts.add(String.valueOf(address.getRawQuery()));
        });
        parts.removeIf(part -> part.length() < Redaction.SHORTEST || part.equals("null"));
        return Redaction.of(parts);
    }

    Delivery came(Result result, String says) {
        return new Delivery(name, variable, result, says);
    }
}
