package dev.envproof.replica.docker;

import dev.envproof.fault.ContainerLookAlike;
import dev.envproof.fault.Fault;
import dev.envproof.replica.embedded.Shape;
import java.util.Optional;

/**
 * What of a gateway's container can only be told when it is made.
 *
 * @param address of this machine that its port is published to
 * @param hasHealthCheck whether the engine can tell its health
 * @param volume that it mounts, by the short name of the run
 */
record GatewayMaking(String address, boolean hasHealthCheck, Optional<String> volume) {
    static final GatewayMaking HEALTHY = new GatewayMaking("127.0.0.1", true, Optional.empty());

    private static final String DATA = "/var/lib/envproof";

    static GatewayMaking of(Shape shape, String environment) {
        boolean isStaging = environment.equals("staging");
        boolean isOneOfTwo = isStaging || environment.equals("production");
        Optional<String> volume = shape.shows(Fault.ISOLATION_VOLUME_SHARED) && isOneOfTwo
                ? Optional.of("objects")
                : Optional.of(environment + "-objects")
                        .filter(own -> shape.shows(ContainerLookAlike.ISOLATION_VOLUME_OF_EACH_PROJECT));
        return new GatewayMaking(
                shape.shows(Fault.ISOLATION_STORE_PORT_PUBLISHED) && isStaging ? "0.0.0.0" : HEALTHY.address(),
                !(shape.shows(Fault.HEALTH_CHECK_MISSING) && isStaging),
                volume);
    }

    ContainerPlan onto(ContainerPlan plan, DockerRun run) {
        ContainerPlan checked = hasHealthCheck ? plan.isHealthyIf(PartContainer.LISTENS) : plan;
        return volume.map(name -> checked.mounts(
                        DATA, new ContainerPlan.Mounted(run.volumes().id(name), true)))
                .orElse(checked);
    }
}
