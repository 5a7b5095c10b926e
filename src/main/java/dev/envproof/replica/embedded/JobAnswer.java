package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.envproof.environment.Store;
import dev.envproof.environment.Worker;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;

/** Queues a worker's jobs, tells what came of them, and tells when the scheduler ticked. */
final class JobAnswer implements Answering {
    private static final String ID = "[A-Za-z0-9-]{1,100}";
    private static final int KEPT_SECONDS = 600;

    @Override
    public Optional<Answer> to(Visit visit) throws StoreFailure {
        for (Worker worker : visit.shape().system().workers()) {
            if (worker.service().equals(visit.service().name())) {
                Optional<Answer> answer = to(visit, worker);
                if (answer.isPresent()) {
                    return answer;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Answer> to(Visit visit, Worker worker) throws StoreFailure {
        Request request = visit.request();
        String path = worker.job().path();
        if (request.path().equals(path) && request.method().equals("POST")) {
            return Optional.of(queued(visit, worker));
        }
        Optional<String> id = request.below(path).filter(text -> text.matches(ID));
        if (id.isPresent()) {
            return Optional.of(
                    request.method().equals("DELETE")
                            ? forgotten(visit, worker, id.get())
                            : told(visit, worker, id.get()));
        }
        boolean isSchedule = worker.scheduler()
                .filter(scheduler -> scheduler.path().equals(request.path()))
                .isPresent();
        return isSchedule ? Optional.of(schedule(visit, worker)) : Optional.empty();
    }

    private static Answer queued(Visit visit, Worker worker) throws StoreFailure {
        Job job;
        try {
            job = Job.read(visit.request().body()).in(visit.environment().name());
        } catch (JsonProcessingException malformed) {
            return Answer.error(400, "a job is a JSON object");
        }
        if (!job.id().matches(ID) || job.queue().isBlank()) {
            return Answer.error(400, "a job has an id and a queue");
        }
        Map<String, String> fingerprints = SharedVariables.fingerprints(
                job.id(), SharedVariables.names(worker, visit.environment()), visit.variables());
        String pending = job.result(Job.PENDING, Map.of(), fingerprints);
        VisitedRedis.of(visit, worker.results())
                .ask(worker.results(), redis -> redis.set(Job.key(job.id()), pending, kept()));
        VisitedRedis.of(visit, worker.broker()).ask(worker.broker(), redis -> redis.rpush(job.queue(), job.asJson()));
        return Answer.json(202, Map.of("id", job.id(), "state", Job.PENDING));
    }

    private static SetParams kept() {
        return new SetParams().ex(KEPT_SECONDS);
    }

    private static Answer told(Visit visit, Worker worker, String id) throws StoreFailure {
        Optional<String> result = VisitedRedis.of(visit, worker.results())
                .ask(worker.results(), redis -> Optional.ofNullable(redis.get(Job.key(id))));
        return result.map(json -> Answer.of(200, "application/json", json)).orElseGet(Answer::notFound);
    }

    /** The job itself, its result and the row that it wrote. */
    private static Answer forgotten(Visit visit, Worker worker, String id) throws StoreFailure {
        VisitedRedis.of(visit, worker.broker()).ask(worker.broker(), redis -> redis.set(Job.revoked(id), id, kept()));
        long removed = VisitedRedis.of(visit, worker.results()).ask(worker.results(), redis -> redis.del(Job.key(id)));
        for (String store : worker.stores()) {
            if (visit.shape().system().store(store).stream().anyMatch(Store.Database.class::isInstance)) {
                StoreClient.of(visit, store).statusOf("DELETE", "/rest/v1/records?id=eq." + id, "");
            }
        }
        return removed == 0 ? Answer.notFound() : Answer.empty(204);
    }

    private static Answer schedule(Visit visit, Worker worker) throws StoreFailure {
        List<String> ticks = VisitedRedis.of(visit, worker.broker())
                .ask(worker.broker(), redis -> redis.lrange(ReferenceScheduler.TICKS, 0, -1));
        return Answer.json(200, Map.of("ticks", ticks, "now", Instant.now().toString()));
    }
}
