package dev.envproof.replica.embedded;

import static dev.envproof.fault.Fault.HEALTH_BEHIND_LOGIN;
import static dev.envproof.fault.Fault.HEALTH_CONSTANT_ANSWER;
import static dev.envproof.fault.Fault.HEALTH_FRONT_PAGE_ANSWERS;
import static dev.envproof.fault.Fault.HEALTH_GREEN_THEN_RED;
import static dev.envproof.fault.Fault.HEALTH_REPORTS_ANOTHER_ENVIRONMENT;
import static dev.envproof.fault.Fault.HEALTH_STORE_UNNAMED;
import static dev.envproof.fault.Fault.HEALTH_UNHEALTHY_BODY;
import static dev.envproof.fault.LookAlike.HEALTH_ALIAS_NAMED;
import static dev.envproof.fault.LookAlike.HEALTH_OPTIONAL_PART_DISABLED;
import static dev.envproof.fault.LookAlike.HEALTH_SLASH_ADDED;
import static dev.envproof.fault.LookAlike.HEALTH_SLOW_AT_FIRST;
import static dev.envproof.fault.LookAlike.HEALTH_STATIC_LIVENESS_BESIDE;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Health;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How a service tells its health when a deviation is shown; the plain truth otherwise. */
final class HealthDeviations {
    private static final String SIGN_IN = "login";
    private static final long SLOW_MILLIS = 900;
    private final Visits visits = new Visits();

    /** The answer at health's own path; empty leaves it to whatever answers unknown paths. */
    Optional<Answer> at(Visit visit, Health health, Supplier<HealthReport> truth) {
        Shape shape = visit.shape();
        if (shape.shows(HEALTH_FRONT_PAGE_ANSWERS)) {
            return Optional.empty();
        }
        if (shape.shows(HEALTH_BEHIND_LOGIN)) {
            return Optional.of(Answer.empty(302).with("Location", SIGN_IN));
        }
        if (shape.shows(HEALTH_SLASH_ADDED)) {
            return Optional.of(Answer.empty(308).with("Location", health.path() + "/"));
        }
        HealthReport told = shape.shows(HEALTH_CONSTANT_ANSWER)
                ? new HealthReport(
                        200, health.healthy().get(0), visit.environment().name(), all(visit, health))
                : deviating(visit, health, truth.get());
        return Optional.of(told.asAnswer(visit, health));
    }

    /** What is answered beside health's path. */
    Optional<Answer> beside(Visit visit, Health health, Supplier<HealthReport> truth) {
        String path = visit.request().path();
        if (visit.shape().shows(HEALTH_BEHIND_LOGIN) && path.equals(SIGN_IN)) {
            return Optional.of(Answer.of(200, "text/html", "<!doctype html><title>Sign in</title><form></form>"));
        }
        if (visit.shape().shows(HEALTH_STATIC_LIVENESS_BESIDE) && path.equals("livez")) {
            return Optional.of(Answer.json(200, Map.of("alive", true)));
        }
        return visit.shape().shows(HEALTH_SLASH_ADDED) && path.equals(health.path() + "/")
                ? Optional.of(truth.get().asAnswer(visit, health))
                : Optional.empty();
    }

    private HealthReport deviating(Visit visit, Health health, HealthReport truth) {
        Shape shape = visit.shape();
        Environment environment = visit.environment();
        if (shape.shows(HEALTH_STORE_UNNAMED)) {
            return truth.withChecks(Map.of());
        }
        if (shape.shows(HEALTH_UNHEALTHY_BODY) && !truth.checks().isEmpty()) {
            return truth.withChecks(allDown(visit)).with(200, HealthReport.DOWN);
        }
        if (shape.shows(HEALTH_REPORTS_ANOTHER_ENVIRONMENT)
                && environment.name().equals("staging")) {
            return truth.in("production");
        }
        if (shape.shows(HEALTH_GREEN_THEN_RED) && visits.number(visit) % 2 == 0) {
            return truth.with(503, HealthReport.DOWN);
        }
        if (shape.shows(HEALTH_SLOW_AT_FIRST) && visits.number(visit) == 1) {
            return afterAWhile(truth);
        }
        if (shape.shows(HEALTH_ALIAS_NAMED)) {
            return environment.aliases().stream()
                    .sorted()
                    .findFirst()
                    .map(truth::in)
                    .orElse(truth);
        }
        return shape.shows(HEALTH_OPTIONAL_PART_DISABLED) ? truth.withChecks(more(truth, health)) : truth;
    }

    private static Map<String, String> more(HealthReport truth, Health health) {
        Map<String, String> checks = new HashMap<>(truth.checks());
        health.optional().stream().findFirst().ifPresent(off -> checks.put("search", off));
        return checks;
    }

    private static Map<String, String> all(Visit visit, Health health) {
        return visit.service().stores().stream()
                .collect(Collectors.toMap(
                        store -> store, store -> health.healthy().get(0)));
    }

    private static Map<String, String> allDown(Visit visit) {
        return visit.service().stores().stream().collect(Collectors.toMap(store -> store, store -> HealthReport.DOWN));
    }

    private static HealthReport afterAWhile(HealthReport report) {
        return new CompletableFuture<HealthReport>()
                .completeOnTimeout(report, SLOW_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }
}
