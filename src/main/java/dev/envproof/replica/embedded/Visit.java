package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Variables;

/**
 * One request at one service, and the environment that it is for.
 *
 * @param edge the edge whose instance of the service was asked
 * @param stores whose stores the instance uses
 */
record Visit(Shape shape, String edge, Service service, Environment environment, Request request, ChosenStores stores) {

    /** The environment whose stores the request uses: its own, in the healthy state. */
    Environment served() throws StoreFailure {
        return stores.of(this);
    }

    Variables variables() {
        return shape.variables(edge);
    }
}
