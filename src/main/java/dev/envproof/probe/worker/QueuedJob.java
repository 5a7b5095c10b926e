package dev.envproof.probe.worker;

import dev.envproof.evidence.Exchange;
import dev.envproof.probe.store.Fact;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A canary job, from its queueing on.
 *
 * @param outcome what it came to at home; unknown where it was not queued, or nothing readable was answered
 * @param row whether the row that it writes shows at home; empty where no row is declared
 * @param abroad the same job at each sibling
 * @param exchange the last look at it
 */
public record QueuedJob(
        String id,
        String queue,
        Fact<Outcome> outcome,
        Optional<Fact<Boolean>> row,
        List<Abroad> abroad,
        Exchange exchange) {
    public QueuedJob {
        abroad = List.copyOf(abroad);
    }

    public boolean isDone() {
        return outcome.known().filter(Outcome::isDone).isPresent();
    }

    /** Whether a sibling's worker has done it. */
    public boolean isDoneElsewhere() {
        return abroad.stream().anyMatch(it -> it.environment().isPresent());
    }

    public Optional<Abroad> at(String sibling) {
        return abroad.stream().filter(it -> it.sibling().equals(sibling)).findFirst();
    }

    /**
     * @param state as it was told, such as SUCCESS
     * @param environment where it was done, as the worker says; empty where it does not
     * @param workerVariables fingerprints by name; empty where none are told
     * @param serviceVariables likewise
     */
    public record Outcome(
            String state,
            boolean isDone,
            String environment,
            Map<String, String> workerVariables,
            Map<String, String> serviceVariables) {
        public Outcome {
            workerVariables = Map.copyOf(workerVariables);
            serviceVariables = Map.copyOf(serviceVariables);
        }
    }

    /**
     * @param shown whether the sibling's API knows the job
     * @param environment where it was done, as that API tells; empty where it is not done there
     * @param row whether the row shows there; empty where no row is declared
     */
    public record Abroad(
            String sibling, Fact<Boolean> shown, Optional<String> environment, Optional<Fact<Boolean>> row) {}
}
