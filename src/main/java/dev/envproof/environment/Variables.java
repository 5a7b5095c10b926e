package dev.envproof.environment;

import java.util.Map;
import java.util.Optional;

/** Named values of a process environment; they may be secret, so the text form names none of them. */
public final class Variables {
    private final Map<String, String> values;

    public Variables(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The value, which may be blank where the variable is set but empty. */
    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public Map<String, String> asMap() {
        return values;
    }

    @Override
    public String toString() {
        return values.size() + " variables";
    }
}
