package dev.envproof.probe.secrets;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The coats that one secret may wear, taken off one after the other: the same secret meets itself in any of them. */
final class CanonicalForms {
    /** Shorter leftovers are shared by chance. */
    private static final int SHORTEST = 8;

    private static final int SHORTEST_WITHOUT_NAME = 12;
    private static final int MOST = 64;
    private static final int MOST_CHARACTERS = 65_536;
    private static final Pattern PREFIX =
            Pattern.compile("(?i)(?:bearer|basic|token|apikey|base64:|hex:|0x|\\\\x)\\s*(\\S.*)", Pattern.DOTALL);
    /** RFC 7617: user and password of basic authentication. */
    private static final Pattern PAIR = Pattern.compile("[\\w.@-]+:(?!//)(\\S+)");

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{11,}={0,2}");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}){8,}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SECRET_FIELD =
            Pattern.compile("(?i).*(?:pass|pwd|secret|key|token|credential|dsn|url|uri|connection).*|default|k");
    private static final Pattern PUBLIC_FIELD = Pattern.compile("(?i).*(?:type|name|alg|algorithm|endpoint|version)");
    private static final int DEEPEST = 8;
    private static final JsonMapper JSON = new JsonMapper();

    private final Set<ByteBuffer> bytes = new LinkedHashSet<>();
    private final Set<String> texts = new LinkedHashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> environmentNames;
    private int characters;

    private CanonicalForms(Set<String> environmentNames) {
        this.environmentNames = environmentNames;
    }

    /** @param environmentNames stripped from the ends, since {@code <secret>-staging} is no other secret */
    static CanonicalForms of(String secret, Set<String> environmentNames) {
        CanonicalForms forms = new CanonicalForms(environmentNames);
        forms.add(secret);
        while (!forms.open.isEmpty()) {
            forms.undress(forms.open.removeFirst());
        }
        return forms;
    }

    Set<ByteBuffer> bytes() {
        return bytes;
    }

    Set<String> texts() {
        return texts;
    }

    private void undress(String text) {
        add(Residue.of(text).value(), 1);
        add(Credential.percentDecoded(text), 1);
        behind(PREFIX, text);
        behind(PAIR, text);
        Credential.inside(text).ifPresent(credential -> add(credential.secret(), 1));
        if (BASE64.matcher(text.replaceAll("\\s", "")).matches()) {
            base64(text.replaceAll("[\\s=]", "")).ifPresent(this::add);
        }
        String digits = UUID.matcher(text).matches() ? text.replace("-", "") : text;
        if (HEX.matcher(digits).matches()) {
            add(HexFormat.of().parseHex(digits));
        }
        fields(text);
        environmentNames.forEach(name -> add(without(name, text), SHORTEST_WITHOUT_NAME));
    }

    private void behind(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        if (match.matches()) {
            add(match.group(1), SHORTEST);
        }
    }

    /** Escapes of a JSON string, and the secrets in a JSON object or list. */
    private void fields(String text) {
        if (text.startsWith("{") || text.startsWith("[")) {
            json(text).ifPresent(json -> fields("", json, 0));
        } else if (text.indexOf('\\') >= 0) {
            json('"' + text + '"').ifPresent(string -> add(string.asText(), SHORTEST));
        }
    }

    private void fields(String name, JsonNode value, int depth) {
        if (value.isContainerNode() && depth < DEEPEST) {
            value.properties().forEach(field -> fields(field.getKey(), field.getValue(), depth + 1));
            value.elements().forEachRemaining(element -> {
                if (value.isArray()) {
                    fields(name, element, depth + 1);
                }
            });
        } else if (SECRET_FIELD.matcher(name).matches()
                && !PUBLIC_FIELD.matcher(name).matches()) {
            String text = value.asText("");
            Optional<String> password = Credential.inside(text).map(Credential::secret);
            // An address without a password, such as a provider's token_uri, is the same for everyone.
            (Credential.isUrl(text) ? password : Optional.of(text)).ifPresent(secret -> add(secret, SHORTEST));
        }
    }

    private static String without(String environmentName, String text) {
        String name = Pattern.quote(environmentName);
        return text.replaceAll("(?i)^" + name + "[-_.:]|[-_.:]" + name + "$", "")
                .replaceAll("(?i)([-_.:])" + name + "[-_.:]", "$1");
    }

    private void add(byte[] decoded) {
        if (decoded.length < SHORTEST) {
            return;
        }
        bytes.add(ByteBuffer.wrap(decoded));
        printable(decoded).ifPresent(text -> add(text, SHORTEST));
    }

    private void add(String text) {
        add(text, 1);
    }

    private void add(String text, int shortest) {
        boolean hasRoom = texts.size() < MOST && characters < MOST_CHARACTERS;
        if (text.length() >= shortest && hasRoom && texts.add(text)) {
            characters += text.length();
            bytes.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            open.addLast(text);
        }
    }

    private static Optional<String> printable(byte[] decoded) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString();
            return text.chars().allMatch(character -> character >= ' ') ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException binary) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/')));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }
}
