package dev.envproof.suite;

import dev.envproof.probe.Seen;
import dev.envproof.rule.Rule;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;

/** Which kind of {@link Seen} a rule judges, read from the interface that its class implements. */
final class SeenType {
    private SeenType() {}

    static Class<? extends Seen> of(Rule<?> rule) {
        return Arrays.stream(rule.getClass().getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> Rule.class.isAssignableFrom((Class<?>) type.getRawType()))
                .map(type -> ((Class<?>) type.getActualTypeArguments()[0]).<Seen>asSubclass(Seen.class))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(rule.getClass() + " names no kind of Seen"));
    }
}
