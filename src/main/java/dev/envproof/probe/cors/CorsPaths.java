package dev.envproof.probe.cors;

import dev.envproof.environment.Health;
import dev.envproof.environment.Identity;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Route;
import java.util.Optional;

/**
 * The paths of a route at which origins are tried.
 *
 * @param plain one that always answers: health where it is declared, else the route itself
 * @param demanding one behind which stores are asked, where the system declares such
 */
record CorsPaths(String plain, Optional<String> demanding) {

    static CorsPaths of(SystemUnderTest system, Route route) {
        return new CorsPaths(
                route.path() + system.health().map(Health::path).orElse(""),
                system.identity().map(Identity::path).map(path -> route.path() + path));
    }
}
