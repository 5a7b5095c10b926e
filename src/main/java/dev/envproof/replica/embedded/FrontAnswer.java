package dev.envproof.replica.embedded;

import java.util.Map;
import java.util.Optional;

/** What a service answers at its root, the same in every environment: that it is there. */
final class FrontAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        return visit.request().path().isEmpty() ? Optional.of(Answer.json(200, content(visit))) : Optional.empty();
    }

    private static Map<String, String> content(Visit visit) {
        String name = visit.service().name();
        return LogFaults.fingerprint(visit)
                .map(fingerprint -> Map.of("service", name, "key", fingerprint))
                .orElseGet(() -> Map.of("service", name));
    }
}
