package dev.envproof.probe.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.envproof.environment.Containers;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A container as the engine lists it.
 *
 * @param part the Compose service that it is an instance of
 */
record Listed(String id, Set<String> names, Optional<String> project, Optional<String> part) {
    private static final String PROJECT = "com.docker.compose.project";
    private static final String PART = "com.docker.compose.service";

    static Listed of(JsonNode container) {
        return new Listed(
                container.path("Id").asText(),
                StreamSupport.stream(container.path("Names").spliterator(), false)
                        .map(name -> name.asText().replaceFirst("^/", ""))
                        .collect(Collectors.toUnmodifiableSet()),
                project(container.path("Labels")),
                label(container.path("Labels"), PART));
    }

    static Optional<String> project(JsonNode labels) {
        return label(labels, PROJECT);
    }

    /** The declared services or stores that it runs, out of these. */
    Set<String> runs(
            Containers declared, Stream<String> parts, BiFunction<Containers, String, Optional<String>> runner) {
        return parts.filter(part -> runner.apply(declared, part)
                        .filter(name -> goesBy(name, declared))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the environment declares it; {@code wholeProject} where nobody else has a part of that project. */
    boolean belongsTo(Containers declared, boolean wholeProject) {
        if (wholeProject && declared.project().isPresent()) {
            return project.equals(declared.project());
        }
        return Stream.concat(declared.services().values().stream(), declared.stores().values().stream())
                .anyMatch(name -> goesBy(name, declared));
    }

    boolean goesBy(String name, Containers declared) {
        return declared.project().isPresent()
                ? project.equals(declared.project())
                        && part.filter(name::equals).isPresent()
                : names.contains(name) || (name.length() >= 12 && id.startsWith(name));
    }

    private static Optional<String> label(JsonNode labels, String name) {
        return Optional.of(labels.path(name).asText("")).filter(value -> !value.isEmpty());
    }
}
