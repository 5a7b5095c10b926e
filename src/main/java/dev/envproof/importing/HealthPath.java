package dev.envproof.importing;

import dev.envproof.environment.Randomness;
import dev.envproof.environment.yaml.Node;
import dev.envproof.environment.yaml.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The path that a health check asks, with nothing else of its command: that may hold a password. */
record HealthPath(String path, Place place) {
    private static final Pattern ASKED =
            Pattern.compile("(?:https?://[^\\s\"'/|;]+|(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0"
                    + "|\\[::1])(?::[^\\s/\"']{1,40})?)(/[A-Za-z0-9._~/-]*)");
    private static final Pattern NAMED =
            Pattern.compile("(.*/)?(health|healthz|healthcheck|health-check|ready|readyz|livez|ping|status)/?");

    static Optional<HealthPath> of(ComposeService service) {
        return service.node("healthcheck", "test").flatMap(node -> {
            List<Node> items = ComposeService.items(node);
            String command = items.stream()
                    .flatMap(item -> ComposeService.text(item).stream())
                    .collect(Collectors.joining(" "));
            Matcher asked = ASKED.matcher(command);
            return asked.find() ? of(asked.group(1), node.place()) : Optional.empty();
        });
    }

    /** A path that names health, such as that of a location. */
    static boolean isNamedSo(String path) {
        return NAMED.matcher(path).matches();
    }

    private static Optional<HealthPath> of(String path, Place place) {
        return path.length() < 2 || Randomness.shows(path)
                ? Optional.empty()
                : Optional.of(new HealthPath(path, place));
    }

    /** The path relative to a route, as {@code health.path} is. */
    String below(String route) {
        String rest = path.startsWith(route) ? path.substring(route.length()) : path.substring(1);
        return rest.isEmpty() ? path.substring(1) : rest;
    }
}
