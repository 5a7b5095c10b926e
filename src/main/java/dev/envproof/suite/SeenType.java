package dev.envproof.suite;

import dev.envproof.probe.Seen;
import dev.envproof.rule.Rule;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.Optional;

/** Which kind of {@link Seen} a rule judges, read from the interface that its class implements. */
final class SeenType {
    private SeenType() {}

    static Class<? extends Seen> of(Rule<?> rule) {
        return find(rule).orElseThrow(() -> new IllegalStateException(rule.getClass() + " names no kind of Seen"));
    }

    /** Empty where the class does not say. */
    static Optional<Class<? extends Seen>> find(Rule<?> rule) {
        return Arrays.stream(rule.getClass().getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> Rule.class.isAssignableFrom((Class<?>) type.getRawType()))
                .map(type -> type.getActualTypeArguments()[0])
                .filter(Class.class::isInstance)
                .<Class<? extends Seen>>map(type -> ((Class<?>) type).asSubclass(Seen.class))
                .findFirst();
    }
}
