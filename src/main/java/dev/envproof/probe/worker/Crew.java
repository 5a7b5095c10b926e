package dev.envproof.probe.worker;

import dev.envproof.environment.Worker;
import dev.envproof.probe.redis.RedisServer;
import dev.envproof.probe.store.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one declared worker shows in one environment.
 *
 * @param jobs the canary jobs that were queued here; none where the environment's file allows none
 * @param redis the Redis servers that its stores and those they must equal lead to, by store
 * @param waiting how many jobs wait, by queue
 * @param expected fingerprints of the values that this run knows of the variables that both share, by job and name
 * @param ticking what its scheduler tells; empty where none is declared
 */
public record Crew(
        Worker worker,
        List<QueuedJob> jobs,
        Map<String, Fact<RedisServer>> redis,
        Map<String, Fact<Long>> waiting,
        Map<String, Map<String, String>> expected,
        Optional<Fact<Ticking>> ticking) {
    public Crew {
        jobs = List.copyOf(jobs);
        redis = Map.copyOf(redis);
        waiting = Map.copyOf(waiting);
        expected = Map.copyOf(expected);
    }

    public List<QueuedJob> done() {
        return jobs.stream().filter(QueuedJob::isDone).toList();
    }

    public List<QueuedJob> in(String queue) {
        return jobs.stream().filter(job -> job.queue().equals(queue)).toList();
    }

    public Fact<RedisServer> redis(String store) {
        return redis.getOrDefault(store, new Fact.Unknown<>("nobody looked at " + store));
    }
}
