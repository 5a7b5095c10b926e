package dev.envproof.environment;

import dev.envproof.environment.yaml.Form;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Node.Mapping;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * The names that other keys may refer to, taken from the tree before it is decoded, so that a problem inside a service
 * does not make the service unknown.
 */
record Declared(Path folder, Set<String> environments, Optional<Node> system) {

    String folderName() {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    /** A file that a key names relative to the system's folder. */
    Path file(String written) {
        return folder.resolve(written);
    }

    Form service() {
        return name("service", "services");
    }

    Form store() {
        return name("store", "stores");
    }

    Form edge() {
        return name("edge", "edges");
    }

    Form canary() {
        return name("canary", "canaries");
    }

    /** The one name that an environment's file may declare: the file's own. */
    Form environmentOf(String file) {
        return new Form(file + ", the file's own name", text -> {
            if (text.value().equals(file)) {
                return Optional.empty();
            }
            return Optional.of(
                    environments.contains(text.value())
                            ? "duplicate environment: another file has this name"
                            : "an environment's name that is not its file's name");
        });
    }

    Form environment() {
        return Form.oneOf("environment", environments);
    }

    private Form name(String what, String key) {
        return system.map(root -> Form.oneOf(what, names(root, key))).orElse(Forms.NAME);
    }

    private static Set<String> names(Node root, String key) {
        return Optional.of(root)
                .filter(Mapping.class::isInstance)
                .map(mapping -> ((Mapping) mapping).entries().get(key))
                .filter(entry -> entry.value() instanceof Mapping)
                .map(entry -> ((Mapping) entry.value()).entries().keySet())
                .orElse(Set.of());
    }
}
