package dev.envproof.probe.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the checks of a health body: an object or a list of them, each a plain state, an object that has one
 * (Spring, ASP.NET), or a list of such objects (the draft of application/health+json).
 */
final class Checks {
    private static final List<String> NAMES =
            List.of("name", "component", "componentId", "key", "id", "service", "check");
    private static final List<String> STATES = List.of("status", "state", "health", "healthy", "result", "ok", "up");

    private final Map<String, JsonNode> states = new LinkedHashMap<>();

    private Checks() {}

    /** State by name; a check without a state of its own stands for itself, as that is none that anyone declares. */
    static Map<String, JsonNode> in(JsonNode place) {
        Checks checks = new Checks();
        if (place.isArray()) {
            place.forEach(check -> checks.add(nameOf(check), check));
        } else {
            place.properties().forEach(check -> checks.add(check.getKey(), check.getValue()));
        }
        return checks.states;
    }

    private void add(String name, JsonNode check) {
        if (check.isArray() && !check.isEmpty()) {
            check.forEach(part -> add(name, part));
            return;
        }
        String free = name;
        for (int more = 2; states.containsKey(free); more++) {
            free = name + " " + more;
        }
        states.put(free, first(check, STATES).orElse(check));
    }

    private static String nameOf(JsonNode check) {
        return first(check, NAMES).map(JsonNode::asText).orElse("unnamed");
    }

    private static Optional<JsonNode> first(JsonNode object, List<String> members) {
        return members.stream()
                .map(object::path)
                .filter(member -> member.isValueNode() && !member.isNull())
                .findFirst();
    }
}
