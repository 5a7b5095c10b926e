package dev.envproof.probe.worker;

import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.Reply.Answer;
import dev.envproof.probe.store.Fact;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Fills every hand of a worker with a job that hangs, and queues one more behind them. */
public final class LongJobProbe implements Probe<LongJobProbe.Seen> {
    private static final Duration BETWEEN = Duration.ofMillis(50);

    /** One per worker and queue that a long job may not block; empty where the file allows no job. */
    public record Seen(List<Behind> behind) implements dev.envproof.probe.Seen {
        public Seen {
            behind = List.copyOf(behind);
        }
    }

    /**
     * @param limit how long the jobs before it may take, and it itself may take then
     * @param isDone whether the job behind the long ones was done in that time; unknown where they were not queued
     */
    public record Behind(String worker, String queue, Duration limit, Fact<Boolean> isDone) {}

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public boolean disturbs() {
        return true;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        List<Behind> behind = new ArrayList<>();
        for (Worker worker : target.system().workers()) {
            Optional<String> queue = worker.queues().stream()
                    .filter(name -> !worker.longQueues().contains(name))
                    .findFirst();
            if (target.environment().canaries().contains(worker.name())
                    && worker.timeLimit().isPresent()
                    && queue.isPresent()) {
                behind.add(behind(
                        new Jobs(target, worker, lookout),
                        worker,
                        queue.get(),
                        worker.timeLimit().get()));
            }
        }
        return new Seen(behind);
    }

    private static Behind behind(Jobs jobs, Worker worker, String queue, Duration limit) {
        Duration patience = limit.plus(worker.within());
        List<String> ids = new ArrayList<>();
        // the long queues' jobs hang too: they must not block this one
        List<String> filled = new ArrayList<>(worker.longQueues());
        filled.add(queue);
        boolean isFilled = filled.stream()
                .allMatch(name -> IntStream.range(0, worker.concurrency())
                        .allMatch(any -> isQueued(jobs, ids, name, patience.multipliedBy(2))));
        boolean isQueued = isFilled && isQueued(jobs, ids, queue, Duration.ZERO);
        Fact<Boolean> done = isQueued
                ? new Fact.Known<>(isOver(jobs, ids.get(ids.size() - 1), patience))
                : new Fact.Unknown<>("the jobs were not queued");
        ids.forEach(jobs::remove);
        return new Behind(worker.name(), queue, patience, done);
    }

    private static boolean isQueued(Jobs jobs, List<String> ids, String queue, Duration time) {
        String id = Jobs.newId();
        ids.add(id);
        return jobs.queue(id, queue, time) instanceof Answer answer && answer.status() / 100 == 2;
    }

    private static boolean isOver(Jobs jobs, String id, Duration patience) {
        try {
            Awaitility.await()
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .atMost(patience)
                    .until(() -> jobs.isOver(id));
            return true;
        } catch (ConditionTimeoutException late) {
            return false;
        }
    }
}
