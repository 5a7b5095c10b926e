package dev.envproof.evidence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The forms that one secret may take on its way: escaped, base64, hex; a URL's password counts by itself. */
final class SecretForms {
    /** {@code scheme://user:password@host}: the password ends at the last at-sign before the path. */
    private static final Pattern URL_PASSWORD =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^:/@]*:([^/]*)@.*", Pattern.DOTALL);

    private static final Pattern RESIDUE = Pattern.compile("^[\\s\"']+|[\\s\"']+$");

    private SecretForms() {}

    static List<Form> of(String secret) {
        List<Form> forms = new ArrayList<>();
        for (String value : values(secret)) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            forms.add(new EscapedForm(value));
            forms.add(new HexForm(HexFormat.of().formatHex(bytes)));
            base64(bytes).forEach(text -> forms.add(new EscapedForm(text)));
        }
        return List.copyOf(forms);
    }

    /** The secret, the secret without the quotes or line ends that a bad file left around it, and a URL's password. */
    private static Set<String> values(String secret) {
        Set<String> values = new LinkedHashSet<>();
        values.add(secret);
        values.add(RESIDUE.matcher(secret).replaceAll(""));
        Matcher url = URL_PASSWORD.matcher(secret);
        if (url.matches()) {
            values.add(url.group(1));
            values.add(percentDecoded(url.group(1)));
        }
        values.removeIf(value -> value.isBlank() || value.length() < Redaction.SHORTEST);
        return values;
    }

    private static String percentDecoded(String password) {
        try {
            return URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return password;
        }
    }

    /** What base64 (RFC 4648) makes of these bytes, alone with its padding, and at each offset inside longer data. */
    private static Set<String> base64(byte[] bytes) {
        Set<String> texts = new LinkedHashSet<>();
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            texts.add(encoder.encodeToString(bytes));
            for (int offset = 0; offset < 3; offset++) {
                texts.add(base64Core(encoder, bytes, offset));
            }
        }
        return texts;
    }

    /** The characters that only these bytes determine, when {@code offset} unknown bytes stand before them. */
    private static String base64Core(Base64.Encoder encoder, byte[] bytes, int offset) {
        byte[] shifted = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, shifted, offset, bytes.length);
        int firstWhole = (offset * 8 + 5) / 6;
        int lastWhole = shifted.length * 8 / 6;
        return encoder.withoutPadding().encodeToString(shifted).substring(firstWhole, lastWhole);
    }

    /** One form of a secret. */
    sealed interface Form permits EscapedForm, HexForm {
        /** The characters that this form may begin with. */
        Set<Character> firstCharacters();

        /** The first characters of this form, so many at most, where none of them is escaped. */
        Stream<String> plainBeginnings(int characters);

        /** How many characters of the text, from here, are this form; zero where it is not here. */
        int lengthAt(String text, int at);
    }
}
