package dev.envproof.probe;

import dev.envproof.environment.SystemUnderTest.CanaryPath;
import java.util.List;

/** The canaries that this run wrote, or tried to. */
public record Planted(List<Canary> canaries) {
    public Planted {
        canaries = List.copyOf(canaries);
    }

    /**
     * A run-unique marker.
     *
     * @param environment where it was written
     * @param path how it was written
     * @param id random, unique to the run
     * @param written what the write came to
     */
    public record Canary(String environment, CanaryPath path, String id, Reply written) {}
}
