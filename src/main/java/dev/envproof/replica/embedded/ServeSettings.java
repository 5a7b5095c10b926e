package dev.envproof.replica.embedded;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.ReplicaException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a process of a deployment is configured: by its process environment and the environments folder, by nothing else.
 *
 * @param system what {@code ENVPROOF_ENVIRONMENTS} (default {@code environments}) says of {@code ENVPROOF_SYSTEM}
 *     (default {@code job-platform})
 * @param deviations the ids in {@code ENVPROOF_FAULTS}, a comma list
 * @param port {@code PORT}; 0, the default, is any free one
 * @param variables the deployment's declared variables
 */
record ServeSettings(SystemUnderTest system, Set<Deviation> deviations, int port, Variables variables) {

    static ServeSettings of(Map<String, String> processEnvironment) {
        Set<Deviation> deviations = deviations(processEnvironment.getOrDefault("ENVPROOF_FAULTS", ""));
        Map<String, String> overlay = new HashMap<>();
        deviations.forEach(deviation -> overlay.putAll(deviation.overlay()));
        Path folder = Path.of(processEnvironment.getOrDefault("ENVPROOF_ENVIRONMENTS", "environments"))
                .resolve(processEnvironment.getOrDefault("ENVPROOF_SYSTEM", "job-platform"));
        SystemUnderTest system = Environments.load(folder, processEnvironment, overlay);
        Map<String, String> declared = new HashMap<>(processEnvironment);
        declared.keySet().retainAll(DeclaredNames.of(system));
        return new ServeSettings(
                system, deviations, port(processEnvironment.getOrDefault("PORT", "0")), new Variables(declared));
    }

    /** The shape of the only edge that this process knows of. */
    Shape shape(String edge) {
        return new Shape(system, deviations, Map.of(edge, variables));
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new ReplicaException("PORT must be a number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    private static Set<Deviation> deviations(String commaList) {
        Set<Deviation> found = new HashSet<>();
        for (String id : List.of(commaList.split(",", -1))) {
            if (!id.isBlank()) {
                found.add(deviation(id.strip())
                        .orElseThrow(
                                () -> new ReplicaException("ENVPROOF_FAULTS: no fault or look-alike has this id")));
            }
        }
        return found;
    }

    private static Optional<Deviation> deviation(String id) {
        return Deviation.all().filter(known -> known.id().equals(id)).findFirst();
    }
}
