package dev.envproof.replica.embedded;

import dev.envproof.environment.Health;
import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Health, found out by using every store of the service for real. */
final class HealthAnswer implements Answering {
    private static final String DOWN = "down";

    @Override
    public Optional<Answer> to(Visit visit) {
        return visit.shape()
                .system()
                .health()
                .filter(health -> health.path().equals(visit.request().path()))
                .map(health -> visit.shape().shows(Fault.HEALTH_CONSTANT_ANSWER)
                        ? constant(visit, health)
                        : answer(visit, health));
    }

    private static Answer constant(Visit visit, Health health) {
        JsonBody body = new JsonBody()
                .put(health.status(), health.healthy().get(0))
                .put(health.environment(), visit.environment().name());
        return Answer.json(200, body.asNode());
    }

    private static Answer answer(Visit visit, Health health) {
        String healthy = health.healthy().get(0);
        Map<String, String> checks = checks(visit, healthy);
        boolean isUp = checks.values().stream().allMatch(healthy::equals);
        JsonBody body = new JsonBody()
                .put(health.status(), isUp ? healthy : DOWN)
                .put(health.environment(), visit.environment().name())
                .put("/service", visit.service().name())
                .putObject(health.checks());
        checks.forEach((store, state) -> body.put(health.checks() + "/" + store, state));
        return Answer.json(isUp ? 200 : 503, body.asNode());
    }

    private static Map<String, String> checks(Visit visit, String healthy) {
        Map<String, String> checks = new TreeMap<>();
        for (String store : visit.service().stores()) {
            checks.put(store, check(visit, store, healthy));
        }
        return checks;
    }

    private static String check(Visit visit, String store, String healthy) {
        try {
            StoreIdentity.of(visit, store);
            return healthy;
        } catch (StoreFailure failure) {
            return DOWN;
        }
    }
}
