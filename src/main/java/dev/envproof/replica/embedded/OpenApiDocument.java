package dev.envproof.replica.embedded;

import dev.envproof.fault.Fault;
import dev.envproof.fault.ParityLookAlike;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The machine-readable description of a service's API. */
final class OpenApiDocument {
    private OpenApiDocument() {}

    static Map<String, Object> of(Visit visit, String title) {
        boolean isStaging = visit.environment().name().equals("staging");
        boolean differs = isStaging && visit.shape().shows(Fault.PARITY_API_DIFFERS);
        boolean isReworded = isStaging && visit.shape().shows(ParityLookAlike.PARITY_API_IN_OTHER_WORDS);
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("200", Map.of("description", isReworded ? "It works" : "Healthy"));
        answers.put(differs ? "500" : "503", Map.of("description", "Unhealthy"));
        List<String> states = isReworded ? List.of("down", "ok") : List.of("ok", "down");
        return Map.of(
                "openapi",
                "3.1.0",
                "info",
                Map.of("title", title, "version", "1.0.0"),
                "paths",
                Map.of(
                        "/health",
                        Map.of("get", Map.of("summary", isReworded ? "State" : "Health", "responses", answers))),
                "components",
                Map.of("schemas", Map.of("State", Map.of("type", "string", "enum", states))));
    }
}
