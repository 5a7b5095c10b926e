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
    private static final Hit NO_HIT = new Hit(0, Optional.empty());
    private final Map<Character, List<Named>> byFirstCharacter;
    private final Beginnings beginnings;

    private Redaction(Map<Character, List<Named>> byFirstCharacter) {
        this.byFirstCharacter = byFirstCharacter;
        this.beginnings = Beginnings.of(
                byFirstCharacter.values().stream().flatMap(List::stream).map(Named::form));
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

    /** Hides what any of them hides. */
    public static Redaction union(Collection<Redaction> several) {
        Map<Character, List<Named>> index = new HashMap<>();
        several.forEach(redaction -> redaction.byFirstCharacter.forEach((first, forms) ->
                index.computeIfAbsent(first, key -> new ArrayList<>()).addAll(forms)));
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
        for (int at = 0; at < text.length(); at++) {
            if (beginnings.mayBeAt(text, at) && longestAt(text, at).length() > 0) {
                return true;
            }
        }
        return false;
    }

    /** The beginning of a text as runs of plain text and of hidden secrets, whose own text is empty. */
    List<Piece> pieces(String text, int characters) {
        List<Piece> pieces = new ArrayList<>();
        int plainFrom = 0;
        int hiddenUntil = 0;
        int end = Math.min(characters, text.length());
        for (int at = 0; at < end; at++) {
            Hit hit = beginnings.mayBeAt(text, at) ? longestAt(text, at) : NO_HIT;
            if (hit.length() == 0) {
                continue;
            }
            if (at >= hiddenUntil) {
                addPlain(pieces, text, Math.max(plainFrom, hiddenUntil), at);
                pieces.add(new Piece("", true, hit.variable()));
            }
            hiddenUntil = Math.max(hiddenUntil, at + hit.length());
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

    private Hit longestAt(String text, int at) {
        Hit longest = NO_HIT;
        for (Named named : byFirstCharacter.getOrDefault(text.charAt(at), List.of())) {
            int length = named.form().lengthAt(text, at);
            if (length > longest.length()) {
                longest = new Hit(length, named.variable());
            }
        }
        return longest;
    }

    /** A run of a text; {@code variable} holds the secret that is hidden here, where it is known. */
    record Piece(String text, boolean isSecret, Optional<String> variable) {}

    private record Named(Optional<String> variable, SecretForms.Form form) {}

    private record Hit(int length, Optional<String> variable) {}
}
