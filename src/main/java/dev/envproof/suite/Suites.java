package dev.envproof.suite;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of {@code suites/}. */
public final class Suites {
    private static final String ENDING = ".yaml";
    private final Path folder;

    public Suites(Path folder) {
        this.folder = folder;
    }

    /**
     * Names of all suites, sorted.
     *
     * @throws BadEnvironmentFiles where the folder can't be read
     */
    public List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            Problems problems = new Problems();
            problems.add(
                    Place.wholeOf(YamlFile.shown(folder)),
                    "",
                    "no folder that can be read",
                    "the folder `suites` where envproof is started");
            throw new BadEnvironmentFiles(problems.sorted());
        }
    }

    /** @throws BadEnvironmentFiles with every problem of the file */
    public Suite load(String name) {
        return load(name, List.of());
    }

    /**
     * @param environments names that waivers may use; empty where any will do
     * @throws BadEnvironmentFiles with every problem of the file
     */
    public Suite load(String name, Collection<String> environments) {
        Problems problems = new Problems();
        Optional<Suite> suite = YamlFile.read(folder.resolve(name + ENDING), Map.of(), problems)
                .flatMap(root -> Fields.decode(root, "", problems, new SuiteFile(name, environments)::decode));
        if (!problems.isEmpty()) {
            throw new BadEnvironmentFiles(problems.sorted());
        }
        return suite.orElseThrow();
    }
}
