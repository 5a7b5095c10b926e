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
 * @param port the port that it publishes
 * @param healthCheck a shell's command by which the engine tells its health
 */
record ContainerPlan(
        String name,
        String part,
        String image,
        Map<String, String> labels,
        Running running,
        Place place,
        Storage storage,
        Optional<Published> port,
        Optional<String> healthCheck) {

    ContainerPlan {
        labels = Map.copyOf(labels);
    }

    /**
     * @param command what it runs; empty leaves it to the image
     * @param variables of its process; the engine keeps them on disk, so that none may be a secret that matters
     * @param user as whom; empty leaves it to the image
     */
    record Running(List<String> command, Map<String, String> variables, Optional<String> user) {
        Running {
            command = List.copyOf(command);
            variables = Map.copyOf(variables);
        }
    }

    /**
     * @param network the first that it is on
     * @param aliases its names there
     */
    record Place(String network, List<String> aliases) {
        Place {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * @param mounts what it sees of this machine and of the engine's volumes, by the path where it sees it
     * @param memory paths that lie in memory
     */
    record Storage(Map<String, Mounted> mounts, List<String> memory) {
        Storage {
            mounts = Map.copyOf(mounts);
            memory = List.copyOf(memory);
        }
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
                new Running(List.of(), Map.of(), Optional.empty()),
                new Place(network, List.of()),
                new Storage(Map.of(), List.of()),
                Optional.empty(),
                Optional.empty());
    }

    ContainerPlan runs(List<String> words) {
        return with(new Running(words, running.variables(), running.user()));
    }

    ContainerPlan runsAs(String user) {
        return with(new Running(running.command(), running.variables(), Optional.of(user)));
    }

    ContainerPlan with(Map<String, String> variables) {
        return with(new Running(running.command(), variables, running.user()));
    }

    private ContainerPlan with(Running other) {
        return new ContainerPlan(name, part, image, labels, other, place, storage, port, healthCheck);
    }

    ContainerPlan called(String... names) {
        Place called = new Place(place.network(), List.of(names));
        return new ContainerPlan(name, part, image, labels, running, called, storage, port, healthCheck);
    }

    ContainerPlan reads(String path, Path folder) {
        return mounts(path, new Mounted(folder.toString(), false));
    }

    ContainerPlan writes(String path, Path folder) {
        return mounts(path, new Mounted(folder.toString(), true));
    }

    ContainerPlan mounts(String path, Mounted mounted) {
        Map<String, Mounted> more = new HashMap<>(storage.mounts());
        more.put(path, mounted);
        return with(new Storage(more, storage.memory()));
    }

    ContainerPlan keepsInMemory(String path) {
        List<String> more = new ArrayList<>(storage.memory());
        more.add(path);
        return with(new Storage(storage.mounts(), more));
    }

    private ContainerPlan with(Storage other) {
        return new ContainerPlan(name, part, image, labels, running, place, other, port, healthCheck);
    }

    /** To a free port of this machine alone. */
    ContainerPlan publishes(int inner) {
        return publishes(new Published(inner, "127.0.0.1", 0));
    }

    ContainerPlan publishes(Published published) {
        Optional<Published> other = Optional.of(published);
        return new ContainerPlan(name, part, image, labels, running, place, storage, other, healthCheck);
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
        return new ContainerPlan(name, part, image, labels, running, place, storage, port, Optional.of(shellCommand));
    }
}
