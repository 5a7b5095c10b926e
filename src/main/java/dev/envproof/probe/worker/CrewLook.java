package dev.envproof.probe.worker;

import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.environment.Worker;
import dev.envproof.probe.Fingerprints;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.RedisFailure;
import dev.envproof.probe.RedisSession;
import dev.envproof.probe.redis.RedisServer;
import dev.envproof.probe.store.Fact;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks at one worker of one environment. */
final class CrewLook {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Target target;
    private final Worker worker;
    private final Lookout lookout;

    CrewLook(Target target, Worker worker, Lookout lookout) {
        this.target = target;
        this.worker = worker;
        this.lookout = lookout;
    }

    Crew look() {
        Map<String, Fact<Long>> waiting = waiting(); // before this run's own jobs wait there
        Optional<ScheduleLook> schedule =
                worker.scheduler().map(declared -> ScheduleLook.begin(target, worker, declared, lookout));
        List<QueuedJob> jobs = target.environment().canaries().contains(worker.name())
                ? new JobLook(target, worker, lookout).look()
                : List.of();
        return new Crew(worker, jobs, redis(), waiting, expected(jobs), schedule.map(ScheduleLook::end));
    }

    private Map<String, Fact<RedisServer>> redis() {
        Map<String, Fact<RedisServer>> servers = new HashMap<>();
        Set<String> stores = new TreeSet<>(Set.of(worker.broker(), worker.results()));
        Set.copyOf(stores).stream()
                .flatMap(store -> target.system().store(store).stream())
                .filter(Store.Redis.class::isInstance)
                .flatMap(store -> ((Store.Redis) store).sameAs().stream())
                .forEach(stores::add);
        stores.forEach(store -> redisAddress(store)
                .ifPresent(address -> servers.put(store, RedisServer.at(target, address, DEADLINE))));
        return servers;
    }

    private Optional<StoreAddress> redisAddress(String store) {
        return target.system()
                .store(store)
                .filter(Store.Redis.class::isInstance)
                .flatMap(any -> target.environment().store(store));
    }

    private Map<String, Fact<Long>> waiting() {
        Map<String, Fact<Long>> waiting = new LinkedHashMap<>();
        Optional<StoreAddress> broker = redisAddress(worker.broker());
        if (broker.isPresent() && worker.queueDepth().isPresent()) {
            worker.queues().forEach(queue -> waiting.put(queue, waiting(broker.get(), queue)));
        }
        return waiting;
    }

    private Fact<Long> waiting(StoreAddress broker, String queue) {
        try (RedisSession session = RedisSession.open(target, broker, DEADLINE)) {
            return new Fact.Known<>(session.length(broker.redis().keyPrefix().orElse("") + queue));
        } catch (RedisFailure failed) {
            return new Fact.Unknown<>(failed.why());
        }
    }

    /** What the service has, as far as this run sees it. */
    private Map<String, Map<String, String>> expected(List<QueuedJob> jobs) {
        Map<String, Map<String, String>> expected = new HashMap<>();
        for (QueuedJob job : jobs) {
            Fingerprints fingerprints = Fingerprints.under(job.id().getBytes(StandardCharsets.UTF_8));
            Map<String, String> values = new HashMap<>();
            shared().forEach(name ->
                    target.variables().value(name).ifPresent(value -> values.put(name, fingerprints.of(value))));
            expected.put(job.id(), Map.copyOf(values));
        }
        return expected;
    }

    /** The variables of every store that the worker uses. */
    private Stream<String> shared() {
        return Stream.concat(Stream.of(worker.broker(), worker.results()), worker.stores().stream())
                .flatMap(store -> target.environment().store(store).stream())
                .flatMap(address -> Stream.concat(Stream.of(address.urlVariable()), address.keyVariable().stream()))
                .distinct();
    }
}
