package dev.envproof.environment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged at random are refused with problems, or load; nothing else happens. */
class MutatedFilesTest {
    private static final int MUTATIONS = 400;
    private static final Duration LONGEST_LOAD = Duration.ofMinutes(1);

    /** What means something to a YAML parser, to the loader or to a regular expression. */
    private static final List<String> PIECES = List.of(
            "\t",
            "\r",
            "\n",
            "  ",
            ":",
            ": ",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "!!set ",
            "!x ",
            "? ",
            "| ",
            "> ",
            "|\n",
            "\"",
            "'",
            "#",
            " #",
            "---\n",
            "...\n",
            "%YAML 9.9\n",
            "<<: ",
            "${",
            "${A",
            "${A}",
            "${A:${A}}",
            "$${",
            "\\",
            "\\u0000",
            "\0",
            "\uFEFF",
            "\u2028",
            "\u202e",
            "\ud83d\ude00",
            "null",
            "~",
            "true",
            "0x10",
            "1e999",
            "-0",
            "999999999999999999999",
            ".inf",
            "2026-02-31",
            "https://[::1",
            "https://u:p@h",
            "../../etc/passwd",
            "[[[[[[[[[[[[[[[[[[[[[[[[",
            "{a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: {a: ",
            "/".repeat(5_000),
            "a".repeat(5_000),
            "(a+)+$".repeat(50),
            "0".repeat(5_000));

    @TempDir
    private Path above;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void damaged_files_never_lead_to_anything_but_problems(long seed) {
        Random random = new Random(seed);
        SystemCopy copy = new SystemCopy(above);
        List<Path> files = SystemCopy.shippedFiles();
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            String name = String.valueOf(files.get(random.nextInt(files.size())).getFileName());
            byte[] good = copy.text(name).getBytes(UTF_8);
            byte[] damaged = damaged(good, random);
            copy.write(name, damaged);

            String outcome = assertTimeoutPreemptively(
                    LONGEST_LOAD,
                    () -> copy.problems(Map.of("A", "a"), Map.of()),
                    () -> "too slow on " + new String(damaged, UTF_8));

            assertThat(outcome.lines())
                    .as("problems of %s", new String(damaged, UTF_8))
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("environments/job-platform") || line.startsWith("no problem"))
                    .allMatch(line -> line.length() < 1_000);
            copy.write(name, good);
        }
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good;
        for (int times = random.nextInt(3); times >= 0; times--) {
            bytes = damagedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] damagedOnce(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length + 1);
        int length = Math.min(bytes.length - from, random.nextInt(40));
        int kind = random.nextInt(10);
        byte[] put;
        if (kind < 2) {
            put = new byte[0];
        } else if (kind < 8) {
            length = kind < 5 ? 0 : length;
            put = PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
        } else {
            put = new byte[1 + random.nextInt(4)];
            random.nextBytes(put);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(put);
        out.write(bytes, from + length, bytes.length - from - length);
        return out.toByteArray();
    }
}
