package dev.envproof.junit;

import dev.envproof.environment.Target;
import dev.envproof.evidence.Redaction;
import dev.envproof.probe.Journey;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;

/**
 * An environment of the run, on the replica or at its URL, ready for requests of your own.
 *
 * @param shown its name, behind its system's where the run is over several
 */
public record Reached(Target target, String shown) {
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    public String name() {
        return target.environment().name();
    }

    /**
     * REST Assured with the target's address, the environment's routing header and access key, and one deadline around
     * the whole exchange. It follows no redirect, and writes nothing where the environment's file names no canary.
     */
    public RequestSpecification request() {
        return new Journey(target, Redaction.ofVariables(target.secrets()), DEADLINE).specification();
    }

    @Override
    public String toString() {
        return shown;
    }
}
