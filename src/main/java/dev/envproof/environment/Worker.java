package dev.envproof.environment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A program that does what a service queues: jobs go through a broker, and what came of them is kept with the results.
 *
 * @param service the service that queues its jobs, with which it shares its variables
 * @param broker the store that holds its queues
 * @param results the store that holds what came of its jobs
 * @param stores what else it uses
 * @param queues every queue that it must consume
 * @param within how long a job may take from being queued until its result can be read, a cold start included
 * @param concurrency how many jobs it does at once
 * @param timeLimit when it ends a job that is not done
 * @param longQueues queues whose jobs may take longer than that
 * @param queueDepth how many jobs may wait in one queue
 */
public record Worker(
        String name,
        String service,
        String broker,
        String results,
        List<String> stores,
        List<String> queues,
        Job job,
        Duration within,
        int concurrency,
        Optional<Duration> timeLimit,
        Set<String> longQueues,
        Optional<Integer> queueDepth,
        Optional<Scheduler> scheduler) {
    public Worker {
        stores = List.copyOf(stores);
        queues = List.copyOf(queues);
        longQueues = Set.copyOf(longQueues);
    }

    /** Whether a store is its broker or keeps its results. */
    public boolean keepsJobsIn(String store) {
        return broker.equals(store) || results.equals(store);
    }

    /**
     * How a canary job is queued and its result read: {@code POST path} with the JSON object {@code {"id": "<id>", "queue":
     * "<queue>"}}, and {@code "seconds": <n>} for a job that takes so long; {@code GET path/<id>} (404 where there is
     * none); {@code DELETE path/<id>} removes its result and what it wrote. A UUID is the id.
     *
     * @param path relative to the service's route
     * @param state pointer to the job's state
     * @param done states that mean that it is done
     * @param ended states that mean that it was ended, such as by a time limit
     * @param environment pointer to the environment in which it was done, as the worker that did it says
     * @param record the canary path where the row shows that the job writes
     * @param workerVariables pointer to fingerprints of the worker's variables, by name: HMAC-SHA-256 under the job's id,
     *     in hex
     * @param serviceVariables pointer to those of the service
     */
    public record Job(
            String path,
            String state,
            List<String> done,
            List<String> ended,
            String environment,
            Optional<String> record,
            Optional<String> workerVariables,
            Optional<String> serviceVariables) {
        public Job {
            done = List.copyOf(done);
            ended = List.copyOf(ended);
        }

        public boolean isDone(String told) {
            return done.stream().anyMatch(told::equalsIgnoreCase);
        }

        public boolean isEnded(String told) {
            return ended.stream().anyMatch(told::equalsIgnoreCase);
        }
    }

    /**
     * Queues jobs by the clock.
     *
     * @param path relative to the service's route
     * @param ticks pointer to a list of the last ticks' times (ISO 8601)
     * @param now pointer to the time by the same clock
     */
    public record Scheduler(String path, String ticks, String now, Duration period) {}
}
