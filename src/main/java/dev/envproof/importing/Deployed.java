package dev.envproof.importing;

import dev.envproof.importing.EnvironmentNames.Named;
import java.util.List;
import java.util.Optional;

/**
 * A service as one environment runs it, or as all do.
 *
 * @param service its name in the written files, the same in every environment
 * @param environment none where the file does not tell one
 * @param isTwin whether the same file holds the same service of another environment
 */
record Deployed(String service, Optional<Named> environment, boolean isTwin, ComposeService compose) {

    boolean runsIn(String name) {
        return environment.isEmpty() || environment.get().name().equals(name);
    }

    /** The variables that its own mapping sets. */
    List<Setting> settings() {
        return compose.pairs("environment").stream()
                .map(pair -> Setting.of(pair.name(), pair.text(), pair.place()))
                .toList();
    }
}
