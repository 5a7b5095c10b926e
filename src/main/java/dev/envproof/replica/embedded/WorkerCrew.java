package dev.envproof.replica.embedded;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Variables;
import dev.envproof.environment.Worker;
import dev.envproof.environment.Worker.Scheduler;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.RedisLookAlike;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is started of a worker for one shape: its hands, and its scheduler. */
record WorkerCrew(Shape shape, Worker worker, Environment home) {
    private static final String UNUSED_QUEUE = "emails";
    private static final String OTHER_QUEUE = "celery";

    List<AutoCloseable> started() {
        List<AutoCloseable> started = new ArrayList<>();
        RedisClient broker = client(worker.broker(), shape.variables(home.edge()));
        if (!shows(Fault.WORKERS_DOWN)) {
            started.addAll(hands());
        }
        worker.scheduler().ifPresent(declared -> started.addAll(schedulers(declared, broker)));
        if (shows(RedisLookAlike.WORKERS_UNUSED_QUEUE)) {
            putIntoUnusedQueue(broker);
        }
        return started;
    }

    private boolean shows(Deviation deviation) {
        return home.name().equals("staging") && shape.shows(deviation);
    }

    private List<ReferenceWorker> hands() {
        ReferenceWorker.Setting setting = setting();
        List<String> slow =
                queues().stream().filter(worker.longQueues()::contains).toList();
        List<String> quick = queues().stream()
                .filter(queue -> !worker.longQueues().contains(queue))
                .toList();
        List<ReferenceWorker> hands = new ArrayList<>();
        hands.add(new ReferenceWorker(setting).consuming(quick, worker.concurrency()));
        if (!slow.isEmpty()) {
            hands.add(new ReferenceWorker(setting.withoutLimit()).consuming(slow, worker.concurrency()));
        }
        return hands;
    }

    private ReferenceWorker.Setting setting() {
        Variables own = variables();
        boolean isEndless = shows(Fault.WORKERS_JOB_WITHOUT_LIMIT);
        return new ReferenceWorker.Setting(
                client(worker.broker(), own),
                client(worker.results(), own),
                database(home).flatMap(address -> address.urlIn(own)).orElse(""),
                worker.timeLimit().filter(any -> !isEndless),
                this::named,
                id -> SharedVariables.fingerprints(id, own.asMap().keySet().stream(), own),
                shows(RedisLookAlike.WORKERS_STARTED_ON_DEMAND));
    }

    private List<String> queues() {
        if (!shows(Fault.WORKERS_QUEUE_UNCONSUMED)) {
            return worker.queues();
        }
        List<String> others = new ArrayList<>(worker.queues());
        others.set(others.size() - 1, OTHER_QUEUE);
        return others;
    }

    private String named(String carried) {
        if (shows(Fault.WORKERS_ENVIRONMENT_LOST)) {
            return "production";
        }
        boolean byAlias = shows(RedisLookAlike.WORKERS_ALIAS_NAMED);
        return home.aliases().stream()
                .filter(any -> byAlias && carried.equals(home.name()))
                .findFirst()
                .orElse(carried);
    }

    /** Its own block of variables: what its service has, as far as the two are kept in step. */
    private Variables variables() {
        Variables service = shape.variables(home.edge());
        Map<String, String> own = new HashMap<>();
        Stream<String> more = home.secrets().stream()
                .map(DeclaredSecret::variable)
                .filter(any -> !shows(RedisLookAlike.WORKERS_FEWER_VARIABLES));
        Stream.concat(SharedVariables.names(worker, home), more)
                .forEach(name -> service.value(name).ifPresent(value -> own.put(name, value)));
        if (shows(Fault.WORKERS_DATABASE_OF_SIBLING)) {
            databaseUrlOfProduction()
                    .ifPresent(
                            url -> database(home).map(StoreAddress::urlVariable).ifPresent(name -> own.put(name, url)));
        }
        if (shows(Fault.WORKERS_VARIABLE_OUTDATED)) {
            home.stores().stream()
                    .filter(address -> worker.stores().contains(address.store()))
                    .flatMap(address -> address.keyVariable().stream())
                    .findFirst()
                    .ifPresent(name -> own.put(name, RandomText.word(40)));
        }
        return new Variables(own);
    }

    private Optional<String> databaseUrlOfProduction() {
        return shape.system()
                .environment("production")
                .flatMap(production ->
                        database(production).flatMap(address -> address.urlIn(shape.variables(production.edge()))));
    }

    private Optional<StoreAddress> database(Environment environment) {
        return environment.stores().stream()
                .filter(address -> worker.stores().contains(address.store()))
                .filter(address ->
                        shape.system().store(address.store()).stream().anyMatch(Store.Database.class::isInstance))
                .findFirst();
    }

    private RedisClient client(String store, Variables variables) {
        StoreAddress address = home.store(store)
                .orElseThrow(() -> new IllegalStateException(home.name() + " has no address of " + store));
        return new RedisClient(address.urlIn(variables).orElse(""), address.keyIn(variables));
    }

    private List<ReferenceScheduler> schedulers(Scheduler declared, RedisClient broker) {
        if (shows(Fault.WORKERS_SCHEDULER_ABSENT)) {
            return List.of();
        }
        boolean hasStandby = shows(RedisLookAlike.WORKERS_SCHEDULER_ON_STANDBY);
        boolean isDoubled = shows(Fault.WORKERS_SCHEDULER_DOUBLED);
        return Stream.generate(() -> new ReferenceScheduler(broker, declared, hasStandby).started())
                .limit(hasStandby || isDoubled ? 2 : 1)
                .toList();
    }

    private static void putIntoUnusedQueue(RedisClient broker) {
        try {
            broker.ask("broker", redis -> redis.rpush(UNUSED_QUEUE, "{}", "{}", "{}"));
        } catch (StoreFailure unreachable) {
            throw new IllegalStateException("its own broker does not answer", unreachable);
        }
    }
}
