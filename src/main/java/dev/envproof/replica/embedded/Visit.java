package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Variables;

/**
 * One request at one service, and the environment that it is for.
 *
 * @param edge the edge whose instance of the service was asked
 */
record Visit(Shape shape, String edge, Service service, Environment environment, Request request) {

    Variables variables() {
        return shape.variables(edge);
    }
}
