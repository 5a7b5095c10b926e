package dev.envproof.importing;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.environment.Environments;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problem;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.TextFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts a system's files in their folder, all or none, and only those that load. */
public final class SystemFolderWriter {
    private static final String ENDING = ".yaml";

    private final Path folder;
    private final boolean overwrites;

    public SystemFolderWriter(Path folder, boolean overwrites) {
        this.folder = folder;
        this.overwrites = overwrites;
    }

    /**
     * @param texts by the file's name without its ending
     * @throws BadEnvironmentFiles where something is in the way, or the folder's other files don't go with these
     */
    public List<Path> write(Map<String, String> texts) {
        refuseWhatIsInTheWay(texts);
        try {
            Files.createDirectories(folder.toAbsolutePath().resolveSibling(""));
            Path draft = Files.createTempDirectory(folder.toAbsolutePath().resolveSibling(""), ".import-");
            try {
                return writeByWayOf(draft.resolve(String.valueOf(folder.getFileName())), texts);
            } finally {
                delete(draft);
            }
        } catch (IOException failed) {
            String why = "cannot be written (" + failed.getClass().getSimpleName() + ")";
            throw refused(folder, why, "a folder that this user may write to");
        }
    }

    private void refuseWhatIsInTheWay(Map<String, String> texts) {
        if (Files.isSymbolicLink(folder)) {
            throw refused(folder, "a link, which is not followed", "a folder, or nothing");
        }
        Problems problems = new Problems();
        for (String name : texts.keySet()) {
            Path file = file(folder, name);
            if (Files.isSymbolicLink(file)) {
                problems.add(
                        Place.wholeOf(TextFile.shown(file)), "", "a link, which is not replaced", "a file, or nothing");
            } else if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !overwrites) {
                problems.add(
                        Place.wholeOf(TextFile.shown(file)), "", "is there already", "another name, or --overwrite");
            }
        }
        if (!problems.isEmpty()) {
            throw new BadEnvironmentFiles(problems.sorted());
        }
    }

    private List<Path> writeByWayOf(Path draft, Map<String, String> texts) throws IOException {
        Files.createDirectories(draft);
        boolean hasOthers = copyOthers(draft);
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Files.writeString(file(draft, text.getKey()), text.getValue(), StandardCharsets.UTF_8);
        }
        load(draft, hasOthers);
        Files.createDirectories(folder);
        for (String name : texts.keySet()) {
            Files.move(file(draft, name), file(folder, name), StandardCopyOption.REPLACE_EXISTING);
        }
        return texts.keySet().stream().map(name -> file(folder, name)).toList();
    }

    /** Whether the folder holds files that stay, which must go with the new ones. */
    private boolean copyOthers(Path draft) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> others =
                    entries.filter(file -> file.toString().endsWith(ENDING)).toList();
            for (Path other : others) {
                Files.copy(other, draft.resolve(String.valueOf(other.getFileName())));
            }
            return !others.isEmpty();
        }
    }

    /** A file that does not load by itself is a defect of the import; beside others it may be theirs. */
    private void load(Path draft, boolean hasOthers) {
        try {
            Environments.load(draft, Map.of(), Map.of());
        } catch (BadEnvironmentFiles bad) {
            if (!hasOthers) {
                throw new IllegalStateException("what was written does not load", bad);
            }
            String at = TextFile.shown(draft);
            throw new BadEnvironmentFiles(bad.problems().stream()
                    .map(problem ->
                            new Problem(moved(problem.place(), at), problem.key(), problem.seen(), problem.accepted()))
                    .toList());
        }
    }

    private Place moved(Place place, String draft) {
        return new Place(place.file().replace(draft, TextFile.shown(folder)), place.line(), place.column());
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ENDING);
    }

    private static BadEnvironmentFiles refused(Path path, String seen, String accepted) {
        return new BadEnvironmentFiles(List.of(new Problem(Place.wholeOf(TextFile.shown(path)), "", seen, accepted)));
    }

    private static void delete(Path draft) throws IOException {
        Files.walkFileTree(draft, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path folder, @org.jspecify.annotations.Nullable IOException failed) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
