package dev.envproof.replica.embedded;

import java.util.Map;
import java.util.Optional;

/** What a service answers at its root, the same in every environment: that it is there. */
final class FrontAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        return visit.request().path().isEmpty()
                ? Optional.of(Answer.json(200, Map.of("service", visit.service().name())))
                : Optional.empty();
    }
}
