package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.RoutingHeader.DefaultVariable;
import dev.envproof.environment.RoutingHeader.UnknownValue;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.fault.Fault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which environment a request is for: what its routing header says, else the edge's default. */
final class EnvironmentChoice {
    private EnvironmentChoice() {}

    /** Empty where the header names no environment and the system declares that such requests are refused. */
    static Optional<Environment> of(Shape shape, String edge, List<String> headerLines) {
        if (headerLines.isEmpty()) {
            return Optional.of(defaultOf(shape, edge));
        }
        if (headerLines.size() > 1 && shape.showsAt(edge, Fault.ROUTING_DUPLICATE_LINES_JOINED)) {
            return Optional.of(outsider(shape.system(), edge));
        }
        Optional<Environment> named = shape.showsAt(edge, Fault.ROUTING_LETTER_CASE_MATTERS)
                ? spelled(shape.system(), headerLines)
                : named(shape.system(), headerLines);
        if (named.isEmpty() && shape.showsAt(edge, Fault.ROUTING_UNKNOWN_VALUE_ELSEWHERE)) {
            return Optional.of(outsider(shape.system(), edge));
        }
        return named.isPresent() || refusesUnknown(shape.system()) ? named : Optional.of(defaultOf(shape, edge));
    }

    /** What a service does that compares the value as it is. */
    private static Optional<Environment> spelled(SystemUnderTest system, List<String> headerLines) {
        return headerLines.stream().distinct().count() == 1 ? system.environment(headerLines.get(0)) : Optional.empty();
    }

    /** The edge's declared default, whatever its deployment is configured with. */
    static Environment declaredDefault(SystemUnderTest system, String edge) {
        return system.edge(edge)
                .map(Edge::defaultEnvironment)
                .flatMap(system::environment)
                .orElseGet(() -> system.environments().get(0));
    }

    /** An environment that another edge serves. */
    static Environment outsider(SystemUnderTest system, String edge) {
        return system.environments().stream()
                .filter(environment -> !environment.edge().equals(edge))
                .findFirst()
                .orElseGet(() -> declaredDefault(system, edge));
    }

    /** The same name on every line counts; lines that contradict each other name nothing. */
    private static Optional<Environment> named(SystemUnderTest system, List<String> headerLines) {
        Set<String> names = headerLines.stream()
                .map(EnvironmentChoice::withoutOptionalWhitespace)
                .map(line -> line.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return names.size() == 1 ? system.environment(names.iterator().next()) : Optional.empty();
    }

    /** Blanks and tabs around a field value are no part of it (RFC 9110, 5.5). */
    private static String withoutOptionalWhitespace(String line) {
        return line.replaceAll("^[ \\t]+|[ \\t]+$", "");
    }

    /** What the deployment's variable names; where it is unset, or names nothing, what the system's file declares. */
    static Environment defaultOf(Shape shape, String edge) {
        SystemUnderTest system = shape.system();
        Optional<DefaultVariable> variable = system.routingHeader().flatMap(RoutingHeader::defaultVariable);
        Optional<String> whenInvalid = shape.showsAt(edge, Fault.ROUTING_BAD_DEFAULT_ACCEPTED)
                ? Optional.of(outsider(system, edge).name())
                : variable.map(DefaultVariable::whenInvalid);
        return variable.flatMap(declared -> shape.variables(edge).value(declared.name()))
                .flatMap(value -> system.environment(value.strip().toLowerCase(Locale.ROOT)))
                .or(() -> whenInvalid.flatMap(system::environment))
                .or(() -> system.edge(edge).map(Edge::defaultEnvironment).flatMap(system::environment))
                .orElseGet(() -> system.environments().get(0));
    }

    private static boolean refusesUnknown(SystemUnderTest system) {
        return system.routingHeader()
                .filter(header -> header.unknownValue() == UnknownValue.REFUSED)
                .isPresent();
    }
}
