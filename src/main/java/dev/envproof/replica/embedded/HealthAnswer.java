package dev.envproof.replica.embedded;

import dev.envproof.environment.Health;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Health, found out by using every store of the service for real. */
final class HealthAnswer implements Answering {
    private final HealthDeviations deviations = new HealthDeviations();

    @Override
    public Optional<Answer> to(Visit visit) {
        return visit.shape().system().health().flatMap(health -> {
            boolean isAsked = health.path().equals(visit.request().path());
            return isAsked
                    ? deviations.at(visit, health, () -> report(visit, health))
                    : deviations.beside(visit, health, () -> report(visit, health));
        });
    }

    private static HealthReport report(Visit visit, Health health) {
        Map<String, String> checks = new TreeMap<>();
        for (String store : visit.service().stores()) {
            checks.put(store, check(visit, store, health.healthy().get(0)));
        }
        return HealthReport.of(health, visit.environment().name(), checks);
    }

    private static String check(Visit visit, String store, String healthy) {
        try {
            StoreIdentity.of(visit, store);
            return healthy;
        } catch (StoreFailure failure) {
            return HealthReport.DOWN;
        }
    }
}
