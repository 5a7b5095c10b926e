package dev.envproof.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hides every known secret in a text, in each {@link SecretForms form} that it may take on its way. What overlaps is
 * hidden as a whole. Secrets shorter than four characters are left alone: hiding them would shred any text, and no
 * policy lets such a value pass as a secret.
 */
public final class Redaction {
    /** Below this many characters a value is not looked for. */
    public static final int SHORTEST = 4;

    private static final String PLACEHOLDER = "[redacted]";
    private final Map<Character, List<Named>> byFirstCharacter;

    private Redaction(Map<Character, List<Named>> byFirstCharacter) {
        this.byFirstCharacter = byFirstCharacter;
    }

    /** Hides these values. */
    public static Redaction of(Collection<String> secrets) {
        Map<Character, List<Named>> index = new HashMap<>();
        secrets.forEach(secret -> add(index, Optional.empty(), secret));
        return new Redaction(index);
    }

    /** Hides these values and remembers which variable holds each, so that a command line can name it. */
    public static Redaction ofVariables(Map<String, String> secretsByVariable) {
        Map<Character, List<Named>> index = new HashMap<>();
        new LinkedHashMap<>(secretsByVariable).forEach((variable, secret) -> add(index, Optional.of(variable), secret));
        return new Redaction(index);
    }

    private static void add(Map<Character, List<Named>> index, Optional<String> variable, String secret) {
        for (SecretForms.Form form : SecretForms.of(secret)) {
            form.firstCharacters()
                    .forEach(first -> index.computeIfAbsent(first, key -> new ArrayList<>())
                            .add(new Named(variable, form)));
        }
    }

    /** The whole text without any known secret. */
    public String redact(String text) {
        return redact(text, text.length());
    }

    /** The beginning of a text: secrets are hidden before it is cut, so that no part of one stays at the cut. */
    public String redact(String text, int characters) {
        StringBuilder safe = new StringBuilder();
        pieces(text, characters).forEach(piece -> safe.append(piece.isSecret() ? PLACEHOLDER : piece.text()));
        return safe.toString();
    }

    /** Whether a text holds any known secret in any form. */
    public boolean finds(String text) {
        return pieces(text, text.length()).stream().anyMatch(Piece::isSecret);
    }

    /** The beginning of a text as runs of plain text and of hidden secrets, whose own text is empty. */
    List<Piece> pieces(String text, int characters) {
        List<Piece> pieces = new ArrayList<>();
        int plainFrom = 0;
        int hiddenUntil = 0;
        int end = Math.min(characters, text.length());
        for (int at = 0; at < end; at++) {
            Optional<Hit> hit = longestAt(text, at);
            if (hit.isEmpty()) {
                continue;
            }
            if (at >= hiddenUntil) {
                addPlain(pieces, text, Math.max(plainFrom, hiddenUntil), at);
                pieces.add(new Piece("", true, hit.get().variable()));
            }
            hiddenUntil = Math.max(hiddenUntil, at + hit.get().length());
            plainFrom = hiddenUntil;
        }
        addPlain(pieces, text, plainFrom, end);
        return List.copyOf(pieces);
    }

    private static void addPlain(List<Piece> pieces, String text, int from, int until) {
        if (from < until) {
            pieces.add(new Piece(text.substring(from, until), false, Optional.empty()));
        }
    }

    private Optional<Hit> longestAt(String text, int at) {
        Hit longest = new Hit(0, Optional.empty());
        for (Named named : byFirstCharacter.getOrDefault(text.charAt(at), List.of())) {
            int length = named.form().lengthAt(text, at);
            if (length > longest.length()) {
                longest = new Hit(length, named.variable());
            }
        }
        return longest.length() == 0 ? Optional.empty() : Optional.of(longest);
    }

    /** A run of a text; {@code variable} holds the secret that is hidden here, where it is known. */
    record Piece(String text, boolean isSecret, Optional<String> variable) {}

    private record Named(Optional<String> variable, SecretForms.Form form) {}

    private record Hit(int length, Optional<String> variable) {}
}
