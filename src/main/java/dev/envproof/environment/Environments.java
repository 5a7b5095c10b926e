package dev.envproof.environment;

import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Place;
import dev.envproof.environment.yaml.Problems;
import dev.envproof.environment.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
        if (names.isEmpty() && found.problems.isEmpty()) {
            found.report("no system", "a folder per system with a system.yaml in it");
        }
        found.throwProblems();
        return names;
    }

    /**
     * The names of the environments of every system in a folder, sorted, each once; where there are several systems, then
     * each with its system's name before it.
     *
     * @throws BadEnvironmentFiles where there is no system, or a folder can't be read
     */
    public static Set<String> names(Path environmentsFolder) {
        Set<String> names = new TreeSet<>();
        Set<String> qualified = new TreeSet<>();
        List<String> systems = systems(environmentsFolder);
        for (String system : systems) {
            Environments found = new Environments(environmentsFolder.resolve(system));
            List<String> own = new SystemFolder(found.folder, found.problems)
                    .names().stream().filter(name -> !name.equals(SYSTEM)).toList();
            names.addAll(own);
            own.forEach(name -> qualified.add(QualifiedName.in(system, name)));
        }
        Set<String> all = new LinkedHashSet<>(names);
        if (systems.size() > 1) {
            all.addAll(qualified);
        }
        return all;
    }

    private List<String> systemNames() {
        try {
            return SystemFolder.entries(folder).stream()
                    .filter(SystemFolder::isOne)
                    .map(path -> String.valueOf(path.getFileName()))
                    .toList();
        } catch (IOException unreadable) {
            report("no folder that can be read", "the folder `environments` where envproof is started");
            return List.of();
        }
    }

    private SystemUnderTest load(Map<String, String> processEnvironment, Map<String, String> overlay) {
        Map<String, Optional<Node>> files = new SystemFolder(folder, problems).trees(processEnvironment, overlay);
        Map<String, Mapping> trees = new TreeMap<>();
        files.forEach((name, tree) -> tree.flatMap(this::mapping).ifPresent(root -> trees.put(name, root)));
        Optional<SystemUnderTest> system = decode(files.keySet(), trees);
        throwProblems();
        new Agreement(system.orElseThrow(), trees, problems).check();
        throwProblems();
        return system.orElseThrow();
    }

    private Optional<SystemUnderTest> decode(Set<String> files, Map<String, Mapping> trees) {
        Set<String> names = new TreeSet<>(files);
        names.remove(SYSTEM);
        Declared declared = new Declared(folder, names, Optional.ofNullable(trees.get(SYSTEM)));
        List<Environment> environments = new ArrayList<>();
        for (String name : names) {
            decode(trees.get(name), new EnvironmentFile(declared, name)::decode).ifPresent(environments::add);
        }
        return decode(trees.get(SYSTEM), new SystemFile(declared)::decode)
                .map(system -> withEdges(system.withEnvironments(environments)));
    }

    /** Where the files declare no edges, each environment has one of its own. */
    private static SystemUnderTest withEdges(SystemUnderTest system) {
        return system.edges().isEmpty()
                ? system.withEdges(system.environments().stream()
                        .map(environment -> new Edge(environment.edge(), environment.name(), Optional.empty()))
                        .toList())
                : system;
    }

    private Optional<Mapping> mapping(Node root) {
        if (root instanceof Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(root.place(), "", root.kind() + " instead of a mapping", "a mapping of keys to values");
        return Optional.empty();
    }

    private <T> Optional<T> decode(@Nullable Mapping root, Function<Fields, T> decoder) {
        return root == null ? Optional.empty() : Fields.decode(root, "", problems, decoder);
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
