package dev.envproof.replica.embedded;

import dev.envproof.environment.Worker.Scheduler;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.params.SetParams;

/** Ticks once a period, and keeps the times of its last ticks in its broker. */
final class ReferenceScheduler implements AutoCloseable {
    static final String TICKS = "ticks";
    private static final int KEPT = 100;

    private final RedisClient broker;
    private final Scheduler declared;
    private final boolean asksForLock;
    private final ScheduledExecutorService clock;
    private Optional<ScheduledFuture<?>> ticking = Optional.empty();

    /** @param asksForLock whether it ticks only where no other one has in the same period */
    ReferenceScheduler(RedisClient broker, Scheduler declared, boolean asksForLock) {
        this.broker = broker;
        this.declared = declared;
        this.asksForLock = asksForLock;
        this.clock = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "scheduler");
            thread.setDaemon(true);
            return thread;
        });
    }

    ReferenceScheduler started() {
        long period = declared.period().toMillis();
        ticking = Optional.of(clock.scheduleAtFixedRate(this::tick, period, period, TimeUnit.MILLISECONDS));
        return this;
    }

    private void tick() {
        Instant now = Instant.now();
        try {
            broker.ask("broker", redis -> {
                if (!asksForLock || isFirst(redis, now)) {
                    redis.lpush(TICKS, now.toString());
                }
                return redis.ltrim(TICKS, 0, KEPT - 1);
            });
        } catch (StoreFailure unreachable) {
            // a tick that the broker does not take is none
        }
    }

    /** Half a period is more than two clocks differ. */
    private boolean isFirst(Jedis redis, Instant now) {
        long half = declared.period().toMillis() / 2;
        return redis.set("scheduler", now.toString(), new SetParams().nx().px(half)) != null;
    }

    @Override
    public void close() {
        ticking.ifPresent(ticks -> ticks.cancel(true));
        clock.shutdownNow();
    }
}
