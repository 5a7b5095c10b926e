package dev.envproof.replica.embedded;

import dev.envproof.environment.Parity;
import dev.envproof.environment.Parity.ToldBy;
import dev.envproof.fault.Fault;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page on which a service tells the settings that it runs with; its own health may be that page. */
final class SettingsAnswer implements Answering {

    @Override
    public Optional<Answer> to(Visit visit) {
        return told(visit)
                .filter(told -> told.path().equals(visit.request().path()))
                .map(told -> {
                    JsonBody body = new JsonBody();
                    of(visit).forEach(body::put);
                    return Answer.json(200, body.asNode());
                });
    }

    /** What the asked service tells, by JSON pointer. */
    static Map<String, String> of(Visit visit) {
        Map<String, String> settings = new TreeMap<>();
        told(visit)
                .ifPresent(told -> told.values()
                        .forEach((variable, pointer) ->
                                value(visit, variable).ifPresent(value -> settings.put(pointer, value))));
        return settings;
    }

    private static Optional<ToldBy> told(Visit visit) {
        return visit.shape()
                .system()
                .parity()
                .flatMap(Parity::toldBy)
                .filter(told -> told.service().equals(visit.service().name()));
    }

    private static Optional<String> value(Visit visit, String variable) {
        boolean isAnother = visit.shape().shows(Fault.PARITY_MODE_TOLD_OTHERWISE)
                && visit.environment().name().equals("staging")
                && variable.endsWith("_ENV");
        return isAnother ? Optional.of("dev") : visit.variables().value(variable);
    }
}
