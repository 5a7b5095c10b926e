package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment.Exposure;
import dev.envproof.fault.Fault;
import dev.envproof.fault.LookAlike;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What developers ask a service about itself; names of variables only, never a value. */
final class DebugAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        if (!visit.shape().system().debugEndpoints().contains(visit.request().path())) {
            return Optional.empty();
        }
        if (visit.environment().debugEndpoints() == Exposure.OPEN
                || visit.shape().shows(Fault.FLAGS_DEBUG_OPEN)) {
            return Optional.of(Answer.json(200, content(visit)));
        }
        return visit.shape().shows(LookAlike.FLAGS_DEBUG_ASKS_FOR_LOGIN)
                ? Optional.of(Answer.error(401, "who are you?").with("WWW-Authenticate", "Basic realm=\"debug\""))
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
