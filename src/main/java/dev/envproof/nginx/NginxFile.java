package dev.envproof.nginx;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.PatternSyntaxException;

/** A configuration file with what it includes from its own folder; what lies outside is noted and not read. */
public final class NginxFile {
    private static final long LARGEST = 1 << 20;
    private static final int MOST_FILES = 200;
    private final Path folder;
    private final List<String> notRead = new ArrayList<>();
    private int included;

    private NginxFile(Path folder) {
        this.folder = folder;
    }

    /**
     * @param directives those of included files in place; an include that was not followed stays where it was
     * @param notRead includes that were not followed
     */
    public record Contents(List<Directive> directives, List<String> notRead) {}

    public static Contents read(Path file) throws UnreadableConfException {
        try {
            Path real = file.toRealPath();
            NginxFile reading = new NginxFile(real.resolveSibling("").toRealPath());
            return new Contents(reading.with(reading.parsed(real)), List.copyOf(reading.notRead));
        } catch (IOException failed) {
            throw new UnreadableConfException(String.valueOf(file.getFileName()), reason(failed));
        }
    }

    private static String reason(IOException failed) {
        return failed.getClass().getSimpleName();
    }

    private List<Directive> parsed(Path file) throws UnreadableConfException {
        String name = folder.relativize(file).toString();
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadableConfException(name, "larger than " + LARGEST + " bytes");
            }
            return NginxTree.of(Files.readString(file, StandardCharsets.UTF_8), name);
        } catch (CharacterCodingException notText) {
            throw new UnreadableConfException(name, "is not UTF-8");
        } catch (IOException failed) {
            throw new UnreadableConfException(name, reason(failed));
        }
    }

    private List<Directive> with(List<Directive> directives) throws UnreadableConfException {
        List<Directive> all = new ArrayList<>();
        for (Directive directive : directives) {
            if (directive.name().equals("include")) {
                all.addAll(included(directive));
            } else {
                all.add(new Directive(
                        directive.name(), directive.arguments(), with(directive.block()), directive.place()));
            }
        }
        return all;
    }

    private List<Directive> included(Directive include) throws UnreadableConfException {
        Optional<SortedSet<Path>> files = files(include);
        if (files.isEmpty()) {
            notRead.add(include.argument(0));
            return List.of(include);
        }
        List<Directive> all = new ArrayList<>();
        for (Path file : files.get()) {
            all.addAll(with(parsed(file)));
        }
        return all;
    }

    /** What an include names; nothing where that is no file, too many, or outside the folder. */
    private Optional<SortedSet<Path>> files(Directive include) throws UnreadableConfException {
        try {
            Path wanted = folder.resolve(include.argument(0)).normalize();
            Path parent = wanted.resolveSibling("");
            if (!wanted.startsWith(folder) || !Files.isDirectory(parent) || isOutside(parent)) {
                return Optional.empty();
            }
            return matching(parent, String.valueOf(wanted.getFileName()));
        } catch (InvalidPathException | PatternSyntaxException | DirectoryIteratorException | IOException failed) {
            throw new UnreadableConfException(
                    include.place(),
                    include.text() + " can't be followed (" + failed.getClass().getSimpleName() + ")");
        }
    }

    private Optional<SortedSet<Path>> matching(Path parent, String glob) throws IOException {
        SortedSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(parent, glob)) {
            for (Path file : files) {
                if (++included > MOST_FILES || !Files.isRegularFile(file) || isOutside(file)) {
                    return Optional.empty();
                }
                found.add(file.toRealPath());
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    /** A link may lead anywhere, so the real path counts. */
    private boolean isOutside(Path path) throws IOException {
        return !path.toRealPath().startsWith(folder);
    }
}
