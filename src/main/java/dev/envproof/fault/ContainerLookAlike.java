package dev.envproof.fault;

/** A healthy state of containers, networks and volumes that resembles a fault. */
public enum ContainerLookAlike implements Harmless {
    HEALTH_CHECK_OF_THE_IMAGE(
            Fault.HEALTH_CHECK_MISSING, "a container's health check comes with its image, not with the deployment"),
    SECRETS_VALUE_FROM_A_FILE(
            Fault.SECRETS_CONTAINER_HAS_ANOTHER_VALUE,
            "one container reads a secret from a mounted file, so that its variable is not there"),
    ISOLATION_EDGE_NETWORK_SHARED(
            Fault.ISOLATION_NETWORK_SHARED,
            "both environments are on the edge's network, which both declare as shared"),
    ISOLATION_SECOND_NETWORK_OF_ITS_OWN(
            Fault.ISOLATION_WRONG_NETWORK_ATTACHED, "staging's store is on a second network, which is staging's own"),
    ISOLATION_STORE_PORT_ON_LOOPBACK(
            Fault.ISOLATION_STORE_PORT_PUBLISHED, "a store's port is published to 127.0.0.1 alone"),
    ISOLATION_VOLUME_OF_EACH_PROJECT(
            Fault.ISOLATION_VOLUME_SHARED, "two volumes have one short name behind the prefixes of two projects"),
    ISOLATION_CONFIGURATION_MOUNTED(
            Fault.ISOLATION_VOLUME_SHARED, "both environments mount one configuration file that neither can write"),
    ISOLATION_SAME_NAME_ON_OWN_NETWORKS(
            Fault.ISOLATION_NAME_OF_TWO_ENVIRONMENTS,
            "each environment calls its store `database` on a network of its own");

    private final String id;
    private final Fault resembles;
    private final String says;

    ContainerLookAlike(Fault resembles, String says) {
        this.id = Deviation.id(this);
        this.resembles = resembles;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Fault resembles() {
        return resembles;
    }

    @Override
    public String says() {
        return says;
    }

    @Override
    public boolean needsContainers() {
        return true;
    }
}
