package dev.envproof.importing;

import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Files that another file names: followed inside its folder only, unless the command line names them too. */
record Nearby(Path folder, List<Path> given, List<Note> notes, Problems problems) {
    static Nearby of(Path file, List<Path> given, List<Note> notes, Problems problems) {
        return new Nearby(file.toAbsolutePath().resolveSibling(""), given, notes, problems);
    }

    /** The file, or nothing where it is not there or must not be followed. */
    Optional<Path> follow(String written, String key, Place place) {
        try {
            Path wanted = folder.resolve(written).normalize();
            if (!Files.exists(wanted) && wanted.startsWith(folder)) {
                notes.add(Note.at(place, "the named " + key + " is not there, so what it sets was not read"));
                return Optional.empty();
            }
            if (isGiven(wanted)
                    || wanted.startsWith(folder) && wanted.toRealPath().startsWith(folder.toRealPath())) {
                return Optional.of(wanted);
            }
            problems.add(
                    place, key, "leads out of this file's folder", "a file in it, or that file as an argument too");
        } catch (InvalidPathException | IOException unusable) {
            problems.add(place, key, "no path that can be followed", "a file below this one's folder");
        }
        return Optional.empty();
    }

    private boolean isGiven(Path wanted) {
        return given.stream().anyMatch(path -> path.toAbsolutePath().normalize().equals(wanted));
    }
}
