package dev.envproof.suite;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The system of this repository, at an address where nothing answers. */
final class JobPlatform {
    static final SystemUnderTest SYSTEM =
            Environments.load(Path.of("environments", "job-platform"), Map.of(), Map.of());

    private JobPlatform() {}

    static Target target(String environment) {
        return new Target(
                SYSTEM,
                SYSTEM.environment(environment).orElseThrow(),
                Target.Engine.REMOTE,
                URI.create("http://127.0.0.1:1/"),
                Map.of(),
                new Variables(Map.of()),
                Map.of(),
                Optional.empty());
    }
}
