package dev.envproof.environment;

import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Overlay;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The folder of one system: {@code system.yaml} and a file per environment, as trees. */
final class SystemFolder {
    private static final String SYSTEM = "system";
    private static final String ENDING = ".yaml";
    private static final Pattern UNREAD = Pattern.compile("[^.].*\\.((?i)ya?ml)(?<!\\.yaml)");

    private final Path folder;
    private final Problems problems;

    SystemFolder(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /** The trees by file name without its ending; a file that could not be read has its name and no tree. */
    Map<String, Optional<Node>> trees(Map<String, String> processEnvironment, Map<String, String> overlay) {
        Overlay differences = new Overlay(overlay, processEnvironment, problems);
        Map<String, Optional<Node>> trees = new TreeMap<>();
        for (String name : names()) {
            trees.put(
                    name,
                    YamlFile.read(file(name), processEnvironment, problems).map(root -> differences.over(name, root)));
        }
        differences.checkFiles(trees.keySet());
        return Collections.unmodifiableMap(trees);
    }

    static boolean isOne(Path folder) {
        return Files.exists(folder.resolve(SYSTEM + ENDING), LinkOption.NOFOLLOW_LINKS);
    }

    /** The entries of a folder, sorted. */
    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        } catch (DirectoryIteratorException broken) {
            throw broken.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    private Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    /** File names without their ending. */
    NavigableSet<String> names() {
        NavigableSet<String> names = new TreeSet<>();
        try {
            entries(folder).forEach(entry -> name(entry).ifPresent(names::add));
        } catch (IOException unreadable) {
            report(folder, "no folder that can be read", "a folder with system.yaml and a file per environment");
            return names;
        }
        if (!names.contains(SYSTEM)) {
            report(file(SYSTEM), "no such file", "a file that describes the system");
        }
        if (names.headSet(SYSTEM).isEmpty() && names.tailSet(SYSTEM, false).isEmpty()) {
            report(folder, "no environment", "a file per environment, as staging.yaml");
        }
        return names;
    }

    private Optional<String> name(Path entry) {
        String file = String.valueOf(entry.getFileName());
        if (UNREAD.matcher(file).matches()) {
            report(entry, "a file that is not read", "the ending .yaml");
        }
        if (!file.endsWith(ENDING) || file.startsWith(".")) {
            return Optional.empty();
        }
        String name = file.substring(0, file.length() - ENDING.length());
        if (!Forms.isName(name)) {
            report(entry, "a file's name that can't be an environment's", Forms.NAME.accepted() + ", as staging.yaml");
            return Optional.empty();
        }
        return Optional.of(name);
    }

    private void report(Path path, String seen, String accepted) {
        problems.add(Place.wholeOf(YamlFile.shown(path)), "", seen, accepted);
    }
}
