package dev.envproof.fingerprint;

import dev.envproof.probe.Fingerprints;
import java.util.Map;
import java.util.Optional;

/** Fingerprints that a later run can make again. */
public final class KeyedFingerprints {
    private KeyedFingerprints() {}

    /**
     * Under the passphrase of the process environment; empty where none is set.
     *
     * @throws UnfitFingerprints where it can be guessed
     */
    public static Optional<Fingerprints> of(String system, Map<String, String> processEnvironment) {
        return processEnvironment.containsKey(SharedKey.VARIABLE)
                ? Optional.of(SharedKey.of(system, processEnvironment, SharedKey.ITERATIONS)
                        .fingerprints())
                : Optional.empty();
    }
}
