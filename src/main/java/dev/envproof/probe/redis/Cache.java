package dev.envproof.probe.redis;

import dev.envproof.environment.RedisPolicy;
import dev.envproof.environment.Store;
import dev.envproof.probe.store.Fact;
import java.util.List;

/**
 * What one of an environment's Redis stores shows.
 *
 * @param declared what the system says of it
 * @param keepsJobs whether a worker has its queues or results there
 * @param policy what the environment demands of it
 * @param variable the variable that holds its URL
 * @param server who it is
 * @param open whether a stranger's command was answered; unknown where no stranger could speak to it
 * @param encrypted whether the session went through TLS
 * @param kept how it keeps what it holds over a restart; empty text where it does not
 * @param replicas how many replicas follow it and are in step
 * @param crossings what came of its canary at each sibling's store of the same name
 */
public record Cache(
        Store.Redis declared,
        boolean keepsJobs,
        RedisPolicy policy,
        String variable,
        Fact<RedisServer> server,
        Fact<Boolean> open,
        Fact<Boolean> encrypted,
        Fact<String> kept,
        Fact<Integer> replicas,
        List<Crossing> crossings) {
    public Cache {
        crossings = List.copyOf(crossings);
    }

    public String store() {
        return declared.name();
    }

    /**
     * A canary that was written here, as a sibling's store shows it.
     *
     * @param key whether the key was read there
     * @param message whether a message that was published here was heard there
     */
    public record Crossing(String sibling, Fact<Boolean> key, Fact<Boolean> message) {}
}
