package dev.envproof.probe.nginx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A configuration file with what it includes from its own folder; what lies outside is noted and not read. */
final class NginxFile {
    private static final long LARGEST = 1 << 20;
    private static final int MOST_INCLUDES = 64;
    private final Path folder;
    private final List<String> notRead = new ArrayList<>();
    private int included;

    private NginxFile(Path folder) {
        this.folder = folder;
    }

    /** @param notRead includes that were not followed */
    record Contents(List<Directive> directives, List<String> notRead) {}

    static Contents read(Path file) throws IOException, NginxSyntaxException {
        Path real = file.toRealPath();
        NginxFile reading = new NginxFile(real.resolveSibling("").toAbsolutePath());
        return new Contents(reading.with(reading.parsed(real)), List.copyOf(reading.notRead));
    }

    private List<Directive> parsed(Path file) throws IOException, NginxSyntaxException {
        if (Files.size(file) > LARGEST) {
            throw new IOException(file.getFileName() + " is larger than " + LARGEST + " bytes");
        }
        return NginxTree.of(Files.readString(file, StandardCharsets.UTF_8));
    }

    private List<Directive> with(List<Directive> directives) throws IOException, NginxSyntaxException {
        List<Directive> all = new ArrayList<>();
        for (Directive directive : directives) {
            if (directive.name().equals("include")) {
                all.addAll(included(directive.argument(0)));
            } else {
                all.add(new Directive(
                        directive.name(), directive.arguments(), with(directive.block()), directive.line()));
            }
        }
        return all;
    }

    private List<Directive> included(String pattern) throws IOException, NginxSyntaxException {
        Path wanted = folder.resolve(pattern).normalize();
        Path parent = wanted.resolveSibling("");
        if (!wanted.startsWith(folder) || !Files.isDirectory(parent) || ++included > MOST_INCLUDES) {
            notRead.add(pattern);
            return List.of();
        }
        List<Directive> all = new ArrayList<>();
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(parent, wanted.getFileName().toString())) {
            files.forEach(found::add);
        }
        for (Path file : found) {
            all.addAll(with(parsed(file)));
        }
        if (found.isEmpty()) {
            notRead.add(pattern);
        }
        return all;
    }
}
