package dev.envproof.environment;

import dev.envproof.environment.Containers.StorePorts;
import dev.envproof.environment.yaml.Fields;
import java.util.Set;

/** Decodes the key {@code docker} of an environment's file. */
final class DockerKey {
    private final Declared declared;
    private final boolean ofComposeFile;

    /** @param ofComposeFile whether a run may start the containers itself, so that none needs a name here */
    DockerKey(Declared declared, boolean ofComposeFile) {
        this.declared = declared;
        this.ofComposeFile = ofComposeFile;
    }

    Containers decode(Fields keys) {
        if (!ofComposeFile && !keys.hasAny("project", "services", "stores")) {
            keys.report(
                    "project",
                    "no container is named",
                    "`project` with a Compose project, or containers' names in `services` and `stores`");
        }
        return new Containers(
                keys.optionalText("project", Forms.PROJECT),
                keys.namedTexts("services", declared.service(), Forms.CONTAINER),
                keys.namedTexts("stores", declared.store(), Forms.CONTAINER),
                Set.copyOf(keys.optionalTexts("networks", Forms.CONTAINER)),
                Set.copyOf(keys.optionalTexts("shared-networks", Forms.CONTAINER)),
                Set.copyOf(keys.optionalTexts("shared-volumes", Forms.VOLUME)),
                keys.word("store-ports", StorePorts.class, StorePorts.LOOPBACK));
    }
}
