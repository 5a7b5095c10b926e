package dev.envproof.replica.embedded;

import dev.envproof.environment.Health;
import dev.envproof.environment.Parity;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service tells about its health.
 *
 * @param status the answer's status
 * @param state the overall state in the body
 * @param environment the environment's name in the body
 * @param checks store name to state
 */
record HealthReport(int status, String state, String environment, Map<String, String> checks) {
    static final String DOWN = "down";

    HealthReport {
        checks = Map.copyOf(checks);
    }

    /** The report that follows from the checks. */
    static HealthReport of(Health declared, String environment, Map<String, String> checks) {
        String healthy = declared.healthy().get(0);
        boolean isUp = checks.values().stream().allMatch(healthy::equals);
        return new HealthReport(isUp ? 200 : 503, isUp ? healthy : DOWN, environment, checks);
    }

    HealthReport in(String otherEnvironment) {
        return new HealthReport(status, state, otherEnvironment, checks);
    }

    HealthReport withChecks(Map<String, String> others) {
        return new HealthReport(status, state, environment, others);
    }

    HealthReport with(int otherStatus, String otherState) {
        return new HealthReport(otherStatus, otherState, environment, checks);
    }

    /** The report where the system's file says that its parts stand. */
    Answer asAnswer(Visit visit, Health declared) {
        JsonBody body = new JsonBody()
                .put(declared.status(), state)
                .put(declared.environment(), environment)
                .put("/service", visit.service().name())
                .putObject(declared.checks());
        putBuild(visit, declared, body);
        visit.shape()
                .system()
                .parity()
                .flatMap(Parity::toldBy)
                .filter(told -> told.path().equals(declared.path()))
                .ifPresent(told -> SettingsAnswer.of(visit).forEach(body::put));
        new TreeMap<>(checks).forEach((store, told) -> body.put(declared.checks() + "/" + store, told));
        return Answer.json(status, body.asNode());
    }

    private static void putBuild(Visit visit, Health declared, JsonBody body) {
        ReplicaBuild build = ReplicaBuild.of(visit);
        declared.version().ifPresent(pointer -> body.put(pointer, build.name()));
        visit.shape()
                .system()
                .parity()
                .flatMap(parity -> parity.build().digest())
                .ifPresent(pointer -> body.put(pointer, build.digest()));
    }
}
