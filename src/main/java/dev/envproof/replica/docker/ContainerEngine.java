package dev.envproof.replica.docker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A Docker engine, as far as a replica asks it; every call throws a ReplicaException where it can't be answered. */
interface ContainerEngine {
    /** Connects, within seconds, and tells what answers where, such as {@code Docker 28.1 at unix:///var/run/docker.sock}. */
    String connect();

    /** Where the engine listens on the machine that it runs on, for containers that ask it themselves. */
    Path socket();

    boolean has(Image image);

    void pull(Image image, Duration patience);

    /** Makes a container and answers its id; it does not run yet. */
    String create(ContainerPlan plan);

    void start(String container);

    /** Empty while a container runs; else the code with which it ended. */
    Optional<Long> exitCode(String container);

    /** The end of what a container wrote to its standard output and error. */
    List<String> lastLines(String container, int most);

    /** Its processes, one line each: id and command. */
    List<String> processes(String container);

    void signal(String container, String signal);

    /** Stops and deletes a container with its data; tells whether it was there to be deleted. */
    boolean remove(String container);

    /** Makes a network and answers its id. */
    String createNetwork(String name, Map<String, String> labels);

    /** Puts a container on one more network. */
    void connect(String network, String container, List<String> aliases);

    void disconnect(String network, String container);

    /** Deletes a network; tells whether it was there to be deleted. */
    boolean removeNetwork(String network);

    /** Makes a volume and answers its name. */
    String createVolume(String name, Map<String, String> labels);

    boolean removeVolume(String volume);

    /** Returns when nothing is being made any more; from then on nothing is. */
    void makeNoMore();

    /** Every container, running or not, that carries this label with this value. */
    List<Labelled> containers(String label, String value);

    List<Labelled> networks(String label, String value);

    List<Labelled> volumes(String label, String value);
}
