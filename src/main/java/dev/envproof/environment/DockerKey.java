package dev.envproof.environment;

import dev.envproof.environment.Containers.StorePorts;
import dev.envproof.environment.yaml.Fields;
import java.util.Set;

/** Decodes the key {@code docker} of an environment's file. */
final class DockerKey {
    private final Declared declared;

    DockerKey(Declared declared) {
        this.declared = declared;
    }

    Containers decode(Fields keys) {
        Containers containers = new Containers(
                keys.optionalText("project", Forms.PROJECT),
                keys.namedTexts("services", declared.service(), Forms.CONTAINER),
                keys.namedTexts("stores", declared.store(), Forms.CONTAINER),
                Set.copyOf(keys.optionalTexts("networks", Forms.CONTAINER)),
                Set.copyOf(keys.optionalTexts("shared-networks", Forms.CONTAINER)),
                Set.copyOf(keys.optionalTexts("shared-volumes", Forms.VOLUME)),
                keys.word("store-ports", StorePorts.class, StorePorts.LOOPBACK));
        if (!keys.hasAny("project", "services", "stores")) {
            keys.report(
                    "project",
                    "no container is named",
                    "`project` with a Compose project, or containers' names in `services` and `stores`");
        }
        return containers;
    }
}
