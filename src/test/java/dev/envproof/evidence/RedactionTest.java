package dev.envproof.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String ALPHABET =
            "abcXYZ019+/=&<>\"'\\ %?#:@!$-_.~\u00e9\u20ac\u4f60\n\t" + Character.toString(0x1F512);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hides_random_secrets_in_every_form_wherever_they_stand(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            String secret = text(random, 8 + random.nextInt(60));
            Redaction redaction = Redaction.of(List.of(text(random, 30), secret, text(random, 12)));
            for (String form : forms(secret, random)) {
                String safe = redaction.redact("before " + form + " after");
                assertThat(safe).as("seed %d round %d", seed, round).doesNotContain(form);
                assertThat(safe).startsWith("before ").endsWith(" after");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void leaves_no_part_of_a_secret_at_any_cut(long seed) {
        Random random = new Random(seed);
        String secret = "made-up-" + text(random, 24).replace("\n", "n");
        String longest = "long-secret-" + "z".repeat(200);
        Redaction redaction = Redaction.of(List.of(secret, longest));
        String text = "abcdefghij" + longest + "klmnop" + secret + "qrstuv";
        for (int cut = 0; cut <= text.length(); cut++) {
            assertThat(redaction.redact(text, cut))
                    .doesNotContain("made-")
                    .doesNotContain("long-")
                    .doesNotContain("zz");
        }
    }

    @Test
    void hides_the_password_of_a_url_by_itself_also_decoded() {
        Redaction redaction = Redaction.of(List.of("postgresql://app.ref:s3cr%40t-word@db.example:5432/jobs"));
        assertThat(redaction.redact("password s3cr%40t-word or s3cr@t-word for app.ref"))
                .isEqualTo("password [redacted] or [redacted] for app.ref");
    }

    @Test
    void hides_a_value_whose_quotes_and_line_end_were_lost_on_the_way() {
        Redaction redaction = Redaction.of(List.of("\"quoted-value-1\"\r"));
        assertThat(redaction.redact("x quoted-value-1 y")).isEqualTo("x [redacted] y");
    }

    @Test
    void hides_overlapping_secrets_as_a_whole() {
        Redaction redaction = Redaction.of(List.of("abcdefgh", "efghijkl", "abcdefghij"));
        assertThat(redaction.redact("-abcdefghijkl-")).isEqualTo("-[redacted]-");
    }

    @Test
    void leaves_short_and_blank_values_alone() {
        Redaction redaction = Redaction.of(List.of("", "   ", "abc", "        "));
        assertThat(redaction.redact("abc and        blanks")).isEqualTo("abc and        blanks");
        assertThat(redaction.finds("abc")).isFalse();
    }

    @Test
    void leaves_text_without_a_secret_as_it_is() {
        Redaction redaction = Redaction.of(List.of("made-up-secret"));
        String plain = "%6d \\u006d &#109; &amp; + \u00e9 made-up secret \\";
        assertThat(redaction.redact(plain)).isEqualTo(plain);
        assertThat(redaction.finds("made-up-secre")).isFalse();
        assertThat(redaction.finds("made%2Dup-secret")).isTrue();
    }

    @Test
    void searches_a_megabyte_for_many_secrets_without_effort() {
        Random random = new Random(21);
        List<String> secrets = IntStream.range(0, 100)
                .mapToObj(index -> HexFormat.of().formatHex(bytes(random, 64)))
                .toList();
        Redaction redaction = Redaction.of(secrets);
        String text = "{\"level\":\"info\",\"path\":\"/api/%20x\"}\n".repeat(30_000) + secrets.get(99);
        assertThat(assertTimeoutPreemptively(Duration.ofMinutes(2), () -> redaction.finds(text)))
                .isTrue();
    }

    private static List<String> forms(String secret, Random random) {
        List<String> forms = new ArrayList<>();
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, UTF_8));
        forms.add(URLEncoder.encode(secret, UTF_8).replace("+", "%20"));
        forms.add(lowerEscapes(URLEncoder.encode(secret, UTF_8)));
        forms.add(everyByte(secret));
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)).replace("/", "\\/"));
        forms.add(
                secret.chars().mapToObj(unit -> String.format("\\u%04X", unit)).collect(Collectors.joining()));
        forms.add(secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;"));
        forms.add(secret.codePoints().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining()));
        forms.add(secret.codePoints().mapToObj(c -> String.format("&#x%x;", c)).collect(Collectors.joining()));
        forms.add(HexFormat.of().formatHex(secret.getBytes(UTF_8)));
        forms.add(HexFormat.of().withUpperCase().formatHex(secret.getBytes(UTF_8)));
        for (int offset = 0; offset < 3; offset++) {
            String data = text(random, 40).replaceAll("[^a-z0-9]", "q").substring(0, 6 + offset) + secret + "tail";
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                forms.add(encoder.encodeToString(data.getBytes(UTF_8)));
                forms.add(encoder.withoutPadding().encodeToString(data.getBytes(UTF_8)));
                forms.add(URLEncoder.encode(encoder.encodeToString(data.getBytes(UTF_8)), UTF_8));
            }
        }
        forms.add(Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)));
        return forms;
    }

    private static String everyByte(String text) {
        return HexFormat.of().withUpperCase().withPrefix("%").formatHex(text.getBytes(UTF_8));
    }

    private static String lowerEscapes(String encoded) {
        return Pattern.compile("%[0-9A-F]{2}")
                .matcher(encoded)
                .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    private static String text(Random random, int length) {
        int[] alphabet = ALPHABET.codePoints().toArray();
        StringBuilder text = new StringBuilder("s");
        while (text.length() < length) {
            text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
        }
        return text.append('e').toString();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
