package dev.envproof.replica.docker;

import java.time.Duration;
import java.util.List;

/** A Docker engine, as far as a replica asks it; every call throws a ReplicaException where it can't be answered. */
interface ContainerEngine {
    /** Connects, within seconds, and tells what answers where, such as {@code Docker 28.1 at unix:///var/run/docker.sock}. */
    String connect();

    boolean has(String image);

    void pull(String image, Duration patience);

    /** Every container, running or not, that carries this label with this value. */
    List<LabelledContainer> labelled(String label, String value);

    /** Stops and deletes a container with its data; tells whether it was there to be deleted. */
    boolean remove(String container);
}
