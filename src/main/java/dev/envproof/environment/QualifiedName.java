package dev.envproof.environment;

import java.util.Optional;

/**
 * An environment as a run over several systems calls it: {@code event-api/staging}; over one system, {@code staging}.
 *
 * @param system empty in a run over one system
 */
public record QualifiedName(Optional<String> system, String environment) {
    private static final char BETWEEN = '/';

    public static QualifiedName of(String text) {
        int between = text.indexOf(BETWEEN);
        return between < 0
                ? new QualifiedName(Optional.empty(), text)
                : new QualifiedName(Optional.of(text.substring(0, between)), text.substring(between + 1));
    }

    public static String in(String system, String environment) {
        return system + BETWEEN + environment;
    }

    /** Whether it means this environment; a plain name means that of every system. */
    public boolean means(String name) {
        QualifiedName other = of(name);
        return environment.equals(other.environment) && (system.isEmpty() || system.equals(other.system));
    }

    @Override
    public String toString() {
        return system.map(name -> in(name, environment)).orElse(environment);
    }
}
