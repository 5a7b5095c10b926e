package dev.envproof.suite;

import java.util.Optional;

/** What a finding is about: one environment, or a pair in the order that the rule judged it. */
public record Subject(String environment, Optional<String> other) {

    public static Subject of(String environment) {
        return new Subject(environment, Optional.empty());
    }

    public static Subject of(String from, String to) {
        return new Subject(from, Optional.of(to));
    }

    public boolean isAbout(String name) {
        return environment.equals(name) || other.filter(name::equals).isPresent();
    }

    @Override
    public String toString() {
        return other.map(to -> environment + " -> " + to).orElse(environment);
    }
}
