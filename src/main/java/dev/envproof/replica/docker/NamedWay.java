package dev.envproof.replica.docker;

import dev.envproof.environment.NamedEngine;
import java.net.URI;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.EnvironmentAndSystemPropertyClientProviderStrategy;
import org.testcontainers.dockerclient.TransportConfig;

/** Testcontainers' way to the one engine that the user names: no other is tried where that one does not answer. */
final class NamedWay extends DockerClientProviderStrategy {
    private final NamedEngine named;

    private NamedWay(NamedEngine named) {
        this.named = named;
    }

    /** Certificates come from variables as well, which Testcontainers' own way knows; it is to become internal. */
    @SuppressWarnings("deprecation")
    static DockerClientProviderStrategy to(NamedEngine named) {
        return named.by().startsWith("DOCKER_HOST=") && System.getenv().containsKey("DOCKER_TLS_VERIFY")
                ? new EnvironmentAndSystemPropertyClientProviderStrategy()
                : new NamedWay(named);
    }

    @Override
    public String getDescription() {
        return named.by();
    }

    @Override
    public TransportConfig getTransportConfig() {
        return TransportConfig.builder()
                .dockerHost(URI.create(named.host().orElseThrow()))
                .build();
    }
}
