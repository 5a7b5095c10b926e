package dev.envproof.environment;

import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Loads systems and their environments from {@code environments/}. */
public final class Environments {
    private static final String SYSTEM = "system";

    private final Path folder;
    private final Problems problems = new Problems();

    private Environments(Path folder) {
        this.folder = folder;
    }

    /**
     * The system that a folder describes, with its environments sorted by name.
     *
     * @param processEnvironment the values of <code>${NAME}</code>
     * @param overlay what is declared differently for this load: {@code <file>.<key>.<key>} to a YAML value, where the
     *     file is {@code system} or an environment's name
     * @throws BadEnvironmentFiles with every problem of every file
     */
    public static SystemUnderTest load(
            Path systemFolder, Map<String, String> processEnvironment, Map<String, String> overlay) {
        return new Environments(systemFolder).load(processEnvironment, overlay);
    }

    /**
     * The names of the systems in a folder: of its folders that hold a {@code system.yaml}.
     *
     * @throws BadEnvironmentFiles where there is none
     */
    public static List<String> systems(Path environmentsFolder) {
        Environments found = new Environments(environmentsFolder);
        List<String> names = found.systemNames();
        if (names.isEmpty()) {
            found.report("no system", "a folder per system with a system.yaml in it");
        }
        found.throwProblems();
        return names;
    }

    private List<String> systemNames() {
        try {
            return SystemFolder.entries(folder).stream()
                    .filter(SystemFolder::isOne)
                    .map(path -> String.valueOf(path.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            report("no folder that can be read", "the folder `environments`");
            return List.of();
        }
    }

    private SystemUnderTest load(Map<String, String> processEnvironment, Map<String, String> overlay) {
        Map<String, Optional<Node>> trees =
                new LinkedHashMap<>(new SystemFolder(folder, problems).trees(processEnvironment, overlay));
        Optional<Node> systemTree = Optional.ofNullable(trees.remove(SYSTEM)).flatMap(tree -> tree);
        Declared declared = new Declared(folder, trees.keySet(), systemTree);
        Optional<SystemUnderTest> system =
                systemTree.flatMap(root -> Fields.decode(root, "", problems, new SystemFile(declared)::decode));
        List<Environment> environments = new ArrayList<>();
        trees.forEach((name, tree) -> tree.flatMap(
                        root -> Fields.decode(root, "", problems, new EnvironmentFile(declared, name)::decode))
                .ifPresent(environments::add));
        throwProblems();
        return system.map(decoded -> decoded.with(environments)).orElseThrow();
    }

    private void throwProblems() {
        if (!problems.isEmpty()) {
            throw new BadEnvironmentFiles(problems.sorted());
        }
    }

    private void report(String seen, String accepted) {
        problems.add(Place.wholeOf(YamlFile.shown(folder)), "", seen, accepted);
    }
}
