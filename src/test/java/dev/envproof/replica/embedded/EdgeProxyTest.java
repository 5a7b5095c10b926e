package dev.envproof.replica.embedded;

import java.net.URI;

class EdgeProxyTest extends EdgeBehaviour {
    @Override
    URI edgeOf(String environment) {
        return HealthyReplica.edge(environment);
    }
}
