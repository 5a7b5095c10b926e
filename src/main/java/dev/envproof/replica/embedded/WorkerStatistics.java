package dev.envproof.replica.embedded;

import dev.envproof.environment.Worker;
import dev.envproof.fault.Fault;
import java.util.List;
import java.util.Map;

/** Which queues workers consume now: each says so in the broker, again and again, and is forgotten where it does not. */
final class WorkerStatistics {
    static final int SECONDS = 4;

    private WorkerStatistics() {}

    static String key(String queue) {
        return "consumed:" + queue;
    }

    static Answer answer(Visit visit, Worker worker) throws StoreFailure {
        boolean isSilent = visit.shape().shows(Fault.WORKERS_STATISTICS_SILENT)
                && visit.environment().name().equals("staging");
        List<String> consumed = VisitedRedis.of(visit, worker.broker())
                .ask(
                        worker.broker(),
                        redis -> worker.queues().stream()
                                .filter(queue -> !isSilent && redis.exists(key(queue)))
                                .toList());
        return Answer.json(200, Map.of("queues", consumed));
    }
}
