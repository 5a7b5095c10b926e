package dev.envproof.replica.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.SetParams;

/** The hands of one worker: each takes a job from the head of its queues, does it in the time that it may take, and tells. */
final class ReferenceWorker implements AutoCloseable {
    private static final int BLOCKING_MILLIS = 5_000;
    private static final double TAKE_SECONDS = 1;
    private static final int KEPT_SECONDS = 600;
    private static final long PAUSE_MILLIS = 100;
    private static final long COLD_START_MILLIS = 800;

    private final Setting setting;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "worker");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Jedis> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch end = new CountDownLatch(1);
    private final DirectDatabase database;

    /**
     * What it runs with.
     *
     * @param limit when a job is ended; none where nothing ends it
     * @param named what it calls the environment of a job that names this one
     * @param fingerprints of its own variables, by a job's id
     * @param startsOnDemand whether it starts only once a job waits
     */
    record Setting(
            RedisClient broker,
            RedisClient results,
            String databaseUrl,
            Optional<Duration> limit,
            Function<String, String> named,
            Function<String, Map<String, String>> fingerprints,
            boolean startsOnDemand) {

        /** The same, where nothing ends a job. */
        Setting withoutLimit() {
            return new Setting(broker, results, databaseUrl, Optional.empty(), named, fingerprints, startsOnDemand);
        }
    }

    ReferenceWorker(Setting setting) {
        this.setting = setting;
        this.database = new DirectDatabase(setting.databaseUrl());
    }

    /** Puts so many hands to these queues. */
    ReferenceWorker consuming(List<String> queues, int hands) {
        for (int hand = 0; hand < hands; hand++) {
            threads.execute(() -> work(queues.toArray(String[]::new)));
        }
        return this;
    }

    private void work(String... queues) {
        boolean isStarted = !setting.startsOnDemand();
        while (!isEnded(0)) {
            try (Jedis broker = setting.broker().open(BLOCKING_MILLIS)) {
                open.add(broker);
                while (!isEnded(0)) {
                    if (isStarted) {
                        take(broker, queues);
                    } else if (anyWaits(broker, queues)) {
                        isStarted = !isEnded(COLD_START_MILLIS);
                    } else {
                        isEnded(PAUSE_MILLIS);
                    }
                }
            } catch (JedisException gone) {
                isEnded(PAUSE_MILLIS);
            }
        }
    }

    private static boolean anyWaits(Jedis broker, String... queues) {
        return List.of(queues).stream().anyMatch(queue -> broker.llen(queue) > 0);
    }

    private void take(Jedis broker, String... queues) {
        Optional.ofNullable(broker.blpop(TAKE_SECONDS, queues)).ifPresent(taken -> {
            try {
                finish(Job.read(taken.getValue()));
            } catch (JsonProcessingException nobodysJob) {
                // what is no job is dropped
            }
        });
    }

    /** Does it, and ends it where its time is over. */
    private void finish(Job job) {
        Future<String> work = threads.submit(() -> done(job));
        String state;
        try {
            state = setting.limit().isPresent()
                    ? work.get(setting.limit().get().toMillis(), TimeUnit.MILLISECONDS)
                    : work.get();
        } catch (TimeoutException | ExecutionException ended) {
            work.cancel(true);
            state = Job.ENDED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return;
        }
        tell(job.in(setting.named().apply(job.environment())), state);
    }

    private String done(Job job) throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(job.seconds());
        while (System.nanoTime() < until && !isRevoked(job)) {
            if (end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return Job.ENDED;
            }
        }
        HttpCall.Reply row = database.answer("POST", "/rest/v1/records", "{\"id\":\"" + job.id() + "\"}");
        return row.status() / 100 == 2 ? Job.DONE : Job.ENDED;
    }

    private boolean isRevoked(Job job) {
        try {
            return setting.broker().ask("broker", redis -> redis.exists(Job.revoked(job.id())));
        } catch (StoreFailure gone) {
            return false;
        }
    }

    private void tell(Job job, String state) {
        try {
            setting.results().ask("results", redis -> {
                String key = Job.key(job.id());
                Map<String, String> service = Job.serviceVariables(Optional.ofNullable(redis.get(key)));
                String result = job.result(state, setting.fingerprints().apply(job.id()), service);
                return redis.set(key, result, new SetParams().ex(KEPT_SECONDS));
            });
        } catch (StoreFailure gone) {
            isEnded(PAUSE_MILLIS);
        }
    }

    /** Waits at most so long for the end. */
    private boolean isEnded(long millis) {
        try {
            return end.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        end.countDown();
        open.forEach(Jedis::disconnect);
        threads.shutdownNow();
        database.close();
    }
}
