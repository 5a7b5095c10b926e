package dev.envproof.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envproof.evidence.LeakSearch.Leak;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LeakSearchTest {
    private static final String SECRET = "Vb2L/m9Kd+4Ws8@Zp\"3Rt6Yh1Nf5Cq7";
    private static final String URL = "postgresql://app:k8QwZ3xN5vB7tR2m@db.example/app";

    static Stream<Arguments> leaks() {
        byte[] bytes = SECRET.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                Arguments.of("as it is", SECRET),
                Arguments.of("in JSON", SECRET.replace("\"", "\\\"").replace("/", "\\/")),
                Arguments.of("in XML", SECRET.replace("\"", "&quot;")),
                Arguments.of("in a URL", URLEncoder.encode(SECRET, StandardCharsets.UTF_8)),
                Arguments.of("in base64", Base64.getEncoder().encodeToString(bytes)),
                Arguments.of("inside longer base64", base64("header: " + SECRET + "\n")),
                Arguments.of("in hex", HexFormat.of().formatHex(bytes)),
                Arguments.of("a URL's password alone", "k8QwZ3xN5vB7tR2m"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leaks")
    void finds_a_secret(String name, String text, @TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(folder.resolve("evidence/one.txt"), "0123456789" + text + " and more");
        assertThat(LeakSearch.in(folder, List.of(SECRET, URL)))
                .as(name)
                .isNotEmpty()
                .extracting(Leak::toString)
                .anyMatch(leak -> leak.matches("evidence.one\\.txt:\\d+"))
                .noneMatch(leak -> leak.contains(text));
    }

    @Test
    void names_the_offset(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), "0123456789" + SECRET);
        assertThat(LeakSearch.in(folder, List.of(SECRET))).contains(new Leak("one.txt", 10));
    }

    @Test
    void opens_archives_and_reads_names(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("one.zip"), zipped(SECRET));
        Files.write(folder.resolve("two.gz"), gzipped(SECRET));
        Files.writeString(folder.resolve("k8QwZ3xN5vB7tR2m.txt"), "empty");
        assertThat(LeakSearch.in(folder, List.of(SECRET, URL)))
                .extracting(Leak::file)
                .contains("one.zip!log.txt", "two.gz!", "k8QwZ3xN5vB7tR2m.txt (its name)");
    }

    @Test
    void finds_nothing_in_redacted_text(@TempDir Path folder) throws IOException {
        String text = "key " + SECRET + " and " + base64(SECRET) + " at " + URL;
        Files.writeString(
                folder.resolve("one.txt"), Redaction.of(List.of(SECRET, URL)).redact(text));
        assertThat(LeakSearch.in(folder, List.of(SECRET, URL))).isEmpty();
    }

    @Test
    void searching_nothing_is_no_success(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> LeakSearch.in(folder, List.of(SECRET))).hasMessageContaining("0 files");
        Files.writeString(folder.resolve("one.txt"), "text");
        assertThatThrownBy(() -> LeakSearch.in(folder, List.of())).hasMessageContaining("nothing was searched");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            archive.putNextEntry(new ZipEntry("log.txt"));
            archive.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream archive = new GZIPOutputStream(bytes)) {
            archive.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
