package dev.envproof.evidence;

import dev.envproof.evidence.SecretForms.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Looks for known secrets, in every form that redaction knows, in all files below a folder; archives are opened. */
public final class LeakSearch {
    private final Map<Character, List<Form>> forms = new HashMap<>();
    private final List<Leak> leaks = new ArrayList<>();

    private LeakSearch(Collection<String> secrets) {
        secrets.stream()
                .flatMap(secret -> SecretForms.of(secret).stream())
                .forEach(form -> form.firstCharacters()
                        .forEach(first -> forms.computeIfAbsent(first, key -> new ArrayList<>())
                                .add(form)));
    }

    /**
     * Every place where a secret stands; the first character's offset in bytes.
     *
     * @throws IllegalArgumentException where there is nothing to look for, or nowhere to look
     */
    public static List<Leak> in(Path folder, Collection<String> secrets) {
        LeakSearch search = new LeakSearch(secrets);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            if (all.isEmpty() || search.forms.isEmpty()) {
                throw new IllegalArgumentException("nothing was searched: " + all.size() + " files below " + folder);
            }
            all.forEach(file -> search.file(folder, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(search.leaks);
    }

    private void file(Path folder, Path file) {
        try {
            String name = folder.relativize(file).toString();
            // a name is as public as the content
            text(name + " (its name)", name);
            content(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void content(String name, byte[] bytes) throws IOException {
        text(name, new String(bytes, StandardCharsets.ISO_8859_1));
        text(name + " (as UTF-8)", new String(bytes, StandardCharsets.UTF_8));
        text(name + " (as UTF-16)", new String(bytes, StandardCharsets.UTF_16LE));
        if (startsWith(bytes, 'P', 'K', 3, 4)) {
            entries(name, bytes);
        } else if (startsWith(bytes, 0x1F, 0x8B)) {
            try (InputStream inner = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                content(name + "!", inner.readAllBytes());
            }
        }
    }

    private void entries(String name, byte[] bytes) throws IOException {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                content(name + "!" + entry.getName(), archive.readAllBytes());
            }
        }
    }

    private void text(String where, String text) {
        for (int at = 0; at < text.length(); at++) {
            int from = at;
            if (forms.getOrDefault(text.charAt(at), List.of()).stream()
                    .anyMatch(form -> form.lengthAt(text, from) > 0)) {
                leaks.add(new Leak(where, at));
            }
        }
    }

    private static boolean startsWith(byte[] bytes, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Where a secret stands; never the secret. */
    public record Leak(String file, int offset) {
        @Override
        public String toString() {
            return file + ":" + offset;
        }
    }
}
