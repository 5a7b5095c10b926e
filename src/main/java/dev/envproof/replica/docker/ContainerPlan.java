package dev.envproof.replica.docker;

import dev.envproof.replica.embedded.ServerPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A container as it is to be made.
 *
 * @param name its name on the engine
 * @param part what messages call it
 * @param command what it runs; empty leaves it to the image
 * @param variables of its process; the engine keeps them on disk, so that none may be a secret that matters
 * @param network the first network that it is on
 * @param aliases its names there
 * @param mounts what it sees of this machine and of the engine's volumes, by the path where it sees it
 * @param memory paths that lie in memory
 * @param port the port that it publishes
 * @param healthCheck a shell's command by which the engine tells its health
 */
record ContainerPlan(
        String name,
        String part,
        String image,
        Map<String, String> labels,
        List<String> command,
        Map<String, String> variables,
        String network,
        List<String> aliases,
        Map<String, Mounted> mounts,
        List<String> memory,
        Optional<Published> port,
        Optional<String> healthCheck) {

    ContainerPlan {
        labels = Map.copyOf(labels);
        command = List.copyOf(command);
        variables = Map.copyOf(variables);
        aliases = List.copyOf(aliases);
        mounts = Map.copyOf(mounts);
        memory = List.copyOf(memory);
    }

    /** A folder of this machine, or a volume of the engine, by its name. */
    record Mounted(String source, boolean isWritable) {}

    /**
     * @param address of this machine
     * @param at its port; 0 for any free one
     */
    record Published(int inner, String address, int at) {}

    static ContainerPlan of(String name, String part, String image, Map<String, String> labels, String network) {
        return new ContainerPlan(
                name,
                part,
                image,
                labels,
                List.of(),
                Map.of(),
                network,
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    ContainerPlan runs(List<String> words) {
        return new ContainerPlan(
                name, part, image, labels, words, variables, network, aliases, mounts, memory, port, healthCheck);
    }

    ContainerPlan with(Map<String, String> its) {
        return new ContainerPlan(
                name, part, image, labels, command, its, network, aliases, mounts, memory, port, healthCheck);
    }

    ContainerPlan called(String... names) {
        return new ContainerPlan(
                name,
                part,
                image,
                labels,
                command,
                variables,
                network,
                List.of(names),
                mounts,
                memory,
                port,
                healthCheck);
    }

    ContainerPlan reads(String path, Path folder) {
        return mounts(path, new Mounted(folder.toString(), false));
    }

    ContainerPlan writes(String path, Path folder) {
        return mounts(path, new Mounted(folder.toString(), true));
    }

    ContainerPlan mounts(String path, Mounted mounted) {
        Map<String, Mounted> more = new HashMap<>(mounts);
        more.put(path, mounted);
        return new ContainerPlan(
                name, part, image, labels, command, variables, network, aliases, more, memory, port, healthCheck);
    }

    ContainerPlan keepsInMemory(String path) {
        List<String> more = new ArrayList<>(memory);
        more.add(path);
        return new ContainerPlan(
                name, part, image, labels, command, variables, network, aliases, mounts, more, port, healthCheck);
    }

    /** To a free port of this machine alone. */
    ContainerPlan publishes(int inner) {
        return publishes(new Published(inner, "127.0.0.1", 0));
    }

    ContainerPlan publishes(Published published) {
        return new ContainerPlan(
                name,
                part,
                image,
                labels,
                command,
                variables,
                network,
                aliases,
                mounts,
                memory,
                Optional.of(published),
                healthCheck);
    }

    /**
     * With the port of this machine told: one that the engine chooses changes whenever the container joins or leaves a
     * network.
     */
    ContainerPlan publishesSomewhere() {
        return port.filter(published -> published.at() == 0)
                .map(any -> publishes(new Published(any.inner(), any.address(), ServerPort.free())))
                .orElse(this);
    }

    ContainerPlan isHealthyIf(String shellCommand) {
        return new ContainerPlan(
                name,
                part,
                image,
                labels,
                command,
                variables,
                network,
                aliases,
                mounts,
                memory,
                port,
                Optional.of(shellCommand));
    }
}
