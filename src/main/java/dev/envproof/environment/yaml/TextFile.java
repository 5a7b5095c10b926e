package dev.envproof.environment.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.reader.StreamReader;

/** Reads one file of text with care for what may be in its place: too much, binary, a folder, a device. */
public final class TextFile {
    /** In bytes; a hundred times the largest file that makes sense. */
    private static final int LARGEST = 1 << 20;

    private final String shown;
    private final Problems problems;

    private TextFile(String shown, Problems problems) {
        this.shown = shown;
        this.problems = problems;
    }

    /** The file's text, or nothing where it could not be read; the problems say why. */
    public static Optional<String> read(Path file, String what, Problems problems) {
        TextFile reading = new TextFile(shown(file), problems);
        return reading.bytes(file, what).flatMap(reading::text);
    }

    /** A path as error texts show it, alike on every operating system. */
    public static String shown(Path file) {
        return KeyPath.printable(file.toString().replace('\\', '/'));
    }

    private Optional<byte[]> bytes(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            String missing = Files.isSymbolicLink(file) ? "a link that leads nowhere" : "no such file";
            return none(Place.wholeOf(shown), Files.exists(file) ? "not a file" : missing, what);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            return bytes.length > LARGEST
                    ? none(Place.wholeOf(shown), "larger than 1 MiB", "at most 1 MiB")
                    : Optional.of(bytes);
        } catch (IOException unreadable) {
            return none(Place.wholeOf(shown), "cannot be read", "a file that this user may read");
        }
    }

    private Optional<String> text(byte[] bytes) {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = strict.decode(in, out, true);
        if (result.isError()) {
            Place place = endOf(out.flip().toString());
            return none(place, "not UTF-8 at byte " + in.position() + " of the file", "UTF-8");
        }
        return printable(out.flip().toString());
    }

    private Optional<String> printable(String text) {
        if (text.startsWith("\uFEFF")) {
            return none(new Place(shown, 1, 1), "a byte order mark", "UTF-8 without a byte order mark");
        }
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (!StreamReader.isPrintable(point)) {
                String seen = String.format("the control character U+%04X", point);
                return none(endOf(text.substring(0, index)), seen, "printable characters");
            }
            index += Character.charCount(point);
        }
        return Optional.of(text);
    }

    private Place endOf(String before) {
        int lines = (int) before.chars().filter(c -> c == '\n').count();
        return new Place(shown, lines + 1, before.length() - before.lastIndexOf('\n'));
    }

    private <T> Optional<T> none(Place place, String seen, String accepted) {
        problems.add(place, "", seen, accepted);
        return Optional.empty();
    }
}
