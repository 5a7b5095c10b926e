package dev.envproof.probe.logs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** One line of a service's log; it may hold anything, so no report shows its text. */
record LogLine(String service, String text) {
    private static final JsonMapper JSON = new JsonMapper();

    /** The text at a pointer (RFC 6901), where the line is JSON and has it. */
    Optional<String> at(String pointer) {
        try {
            return Optional.of(JSON.readTree(text).at(pointer).asText("")).filter(found -> !found.isBlank());
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }

    /** Whether its first letters are those of a text, however the quotes and braces between them are written. */
    boolean beginsWith(String beginning) {
        return letters(text).startsWith(letters(beginning));
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
