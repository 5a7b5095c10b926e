package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.Exposure;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What developers ask a service about itself; names of variables only, never a value. */
final class DebugAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        Environment environment = visit.environment();
        return environment.debugEndpoints() == Exposure.OPEN
                        && visit.shape()
                                .system()
                                .debugEndpoints()
                                .contains(visit.request().path())
                ? Optional.of(Answer.json(200, content(visit)))
                : Optional.empty();
    }

    private static Map<String, Object> content(Visit visit) {
        return Map.of(
                "debug", true,
                "service", visit.service().name(),
                "environment", visit.environment().name(),
                "log-level", visit.environment().logLevel(),
                "variables", new TreeSet<>(visit.variables().asMap().keySet()));
    }
}
