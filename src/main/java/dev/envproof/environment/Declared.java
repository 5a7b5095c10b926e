package dev.envproof.environment;

import dev.envproof.environment.yaml.Form;
import dev.envproof.environment.yaml.Node.Entry;
import dev.envproof.environment.yaml.Node.Mapping;
import dev.envproof.environment.yaml.Node.Scalar;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The names that other keys may refer to, taken from the tree before it is decoded, so that a problem inside a service
 * does not make the service unknown.
 */
record Declared(Path folder, Set<String> environments, Optional<Mapping> system) {

    /** The one name that the system's file may declare: the folder's own. */
    Form systemName() {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return Form.checking(
                Forms.isName(name) ? name + ", the folder's own name" : "a folder with " + Forms.NAME.accepted(),
                text -> text.equals(name) && Forms.isName(name)
                        ? Optional.empty()
                        : Optional.of("not the name of the system's folder"));
    }

    /** A file that a key names relative to the system's folder. */
    Path file(String written) {
        return folder.resolve(written);
    }

    Form service() {
        return isReported("services") ? Forms.NAME : name("service", "services");
    }

    Form store() {
        return name("store", "stores");
    }

    Form edge() {
        return isReported("edges") ? Forms.NAME : name("edge", "edges");
    }

    /** Whether the system tells its environments apart behind edges that it names; else each has one of its own. */
    boolean hasEdges() {
        return system.filter(root -> root.entries().containsKey("edges")).isPresent() || system.isEmpty();
    }

    Form canaryPath() {
        return name("canary", "canaries");
    }

    /** What may be written to: a canary path, a Redis or a worker. */
    Form canary() {
        return system.flatMap(Declared::writable)
                .map(names -> Form.oneOf("canary", names))
                .orElse(Forms.NAME);
    }

    private static Optional<Set<String>> writable(Mapping root) {
        Optional<Set<String>> paths = names(root, "canaries");
        Optional<Set<String>> workers = names(root, "workers");
        Optional<Set<String>> stores = names(root, "stores");
        if (paths.isEmpty() || workers.isEmpty() || stores.isEmpty()) {
            return Optional.empty();
        }
        Set<String> writable = new LinkedHashSet<>(paths.get());
        writable.addAll(workers.get());
        stores.get().stream().filter(store -> isRedis(root, store)).forEach(writable::add);
        return Optional.of(writable);
    }

    private static boolean isRedis(Mapping root, String store) {
        return below(root, "stores")
                .flatMap(stores -> below(stores, store))
                .flatMap(keys -> Optional.ofNullable(keys.entries().get("kind")))
                .map(Entry::value)
                .filter(kind -> kind instanceof Scalar word && word.text().equals("redis"))
                .isPresent();
    }

    private static Optional<Mapping> below(Mapping root, String key) {
        return Optional.ofNullable(root.entries().get(key))
                .map(Entry::value)
                .filter(Mapping.class::isInstance)
                .map(Mapping.class::cast);
    }

    /** The one name that an environment's file may declare: the file's own. */
    Form environmentOf(String file) {
        return new Form(file + ", the file's own name", text -> {
            if (text.value().equals(file)) {
                return Optional.empty();
            }
            return Optional.of(
                    environments.contains(text.value())
                            ? "duplicate environment: " + text.value() + ".yaml is it already"
                            : "an environment's name that is not its file's name");
        });
    }

    Form environment() {
        return environments.isEmpty() ? Forms.NAME : Form.oneOf("environment", environments);
    }

    private Form name(String what, String key) {
        return system.flatMap(root -> names(root, key))
                .map(names -> Form.oneOf(what, names))
                .orElse(Forms.NAME);
    }

    /** A required key without names is a problem of its own; what refers to it is not another one. */
    private boolean isReported(String key) {
        return system.flatMap(root -> names(root, key))
                .filter(names -> !names.isEmpty())
                .isEmpty();
    }

    /** The names below a key: none where the key is absent, unknown where it holds something else than names. */
    private static Optional<Set<String>> names(Mapping root, String key) {
        Entry entry = root.entries().get(key);
        if (entry == null) {
            return Optional.of(Set.of());
        }
        return entry.value() instanceof Mapping mapping
                ? Optional.of(mapping.entries().keySet())
                : Optional.empty();
    }
}
