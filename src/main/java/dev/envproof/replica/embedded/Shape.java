package dev.envproof.replica.embedded;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Variables;
import dev.envproof.fault.Deviation;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What a replica shows at one moment. Parts read it once per request, so that a fault switches everywhere at once.
 *
 * @param system what the files declare
 * @param deviations what differs from the healthy state
 * @param variables the deployment's variables, by edge
 */
public record Shape(SystemUnderTest system, Set<Deviation> deviations, Map<String, Variables> variables) {
    private static final Variables NONE = new Variables(Map.of());

    public Shape {
        deviations = Set.copyOf(deviations);
        variables = Map.copyOf(variables);
    }

    public boolean shows(Deviation deviation) {
        return deviations.contains(deviation);
    }

    /** Whether several environments share the edge: most faults of routing only matter there. */
    public boolean isShared(String edge) {
        return system.environments().stream()
                        .filter(environment -> environment.edge().equals(edge))
                        .count()
                > 1;
    }

    /** Whether the deployment behind an edge shows a fault of routing. */
    public boolean showsAt(String edge, Deviation deviation) {
        return shows(deviation) && isShared(edge);
    }

    public Variables variables(String edge) {
        return variables.getOrDefault(edge, NONE);
    }

    /** The same with some variables of one edge replaced; an empty value unsets one. */
    Shape with(String edge, Map<String, String> replaced) {
        Map<String, String> values = new HashMap<>(variables(edge).asMap());
        values.putAll(replaced);
        values.values().removeIf(String::isEmpty);
        Map<String, Variables> all = new HashMap<>(variables);
        all.put(edge, new Variables(values));
        return new Shape(system, deviations, all);
    }
}
