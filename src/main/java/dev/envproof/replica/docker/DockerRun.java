package dev.envproof.replica.docker;

import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the containers of one run have in common.
 *
 * @param folder the run's own
 * @param key what the parts take commands with
 * @param program the folder with the program that the parts run
 */
record DockerRun(
        ContainerEngine engine,
        Images images,
        Path folder,
        RunLabels labels,
        OnDemand networks,
        OnDemand volumes,
        ControlKey key,
        Path program,
        CleanUp cleanUp) {

    static DockerRun of(ContainerEngine engine, Images images, Path folder) {
        RunLabels labels = RunLabels.of(folder);
        tellTheReaper(folder);
        return new DockerRun(
                engine,
                images,
                folder,
                labels,
                new OnDemand(labels, engine::createNetwork),
                new OnDemand(labels, engine::createVolume),
                ControlKey.in(folder),
                PartProgram.folder(),
                CleanUp.soon(engine, images, labels, System.getenv()));
    }

    /** The process that cleans up after a killed run asks Docker only where this file says so. */
    private static void tellTheReaper(Path folder) {
        try {
            Files.writeString(folder.resolve("containers"), "", StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new ReplicaException(
                    "the replica can't write to " + folder + " (" + failed + "): free space there, or make it writable",
                    failed);
        }
    }

    /** A container of this run on one of its networks. */
    ContainerPlan plan(String name, String part, Image.Role role, String network) {
        String id = networks.id(network);
        return ContainerPlan.of(name(name), part, images.of(role).name(), labels.asMap(), id);
    }

    /** The engine's name for a container that the run calls by a short one. */
    String name(String shortName) {
        return labels.run() + "-" + shortName;
    }

    /** A folder of the run that a container writes to. */
    Path made(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failed) {
            throw new ReplicaException("the folder " + name + " of the run can't be made: " + failed, failed);
        }
    }

    static String environment(String name) {
        return "environment-" + name;
    }

    /** One more network of an environment's own, which healthy replicas do without. */
    static String second(String environment) {
        return environment(environment) + "-second";
    }

    static String edge(String name) {
        return "edge-" + name;
    }
}
