package dev.envproof.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.envproof.environment.Health;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** The version that each service of a target reports in its health, so that a gate never judges the one before. */
public final class DeployedVersion {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String NONE = "no version";
    private static final int AT_ONCE = 16;
    private static final int MOST = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private final Target target;
    private final Wire wire;

    public DeployedVersion(Target target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    /**
     * Waits until every route reports the version.
     *
     * @return empty once they do; after the deadline what they reported instead
     */
    public Optional<String> await(String version, Duration deadline) {
        AtomicReference<Map<String, String>> last = new AtomicReference<>(Map.of());
        try {
            Awaitility.await()
                    .atMost(deadline)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        last.set(reported());
                        return last.get().values().stream().allMatch(version::equals);
                    });
            return Optional.empty();
        } catch (ConditionTimeoutException late) {
            return Optional.of(target.environment().name() + ": waited " + deadline.toSeconds() + " s for version "
                    + version + "; its services report " + last.get());
        }
    }

    /** The versions that the services of all targets report at this moment, each once; empty where none does. */
    public static String shown(List<Target> targets, Wire wire) {
        List<Target> telling =
                targets.stream().filter(DeployedVersion::isDeclaredBy).toList();
        List<Ask> asks = telling.stream().flatMap(DeployedVersion::asks).toList();
        List<Reply> replies = new Volley(wire, AT_ONCE, A_MOMENT).send(asks);
        return replies.stream()
                .map(reply -> version(telling.get(0), reply))
                .filter(version -> !version.equals(NONE))
                .distinct()
                .sorted()
                .limit(MOST)
                .collect(Collectors.joining(", "));
    }

    /** Whether the system says where a version stands. */
    public static boolean isDeclaredBy(Target target) {
        return target.system().health().flatMap(Health::version).isPresent();
    }

    private Map<String, String> reported() {
        Map<String, String> versions = new TreeMap<>();
        List<Route> routes = target.routes();
        routes.forEach(route -> versions.put(route.service(), reported(route)));
        return versions;
    }

    private String reported(Route route) {
        return version(target, wire.send(ask(target, route)));
    }

    private static Stream<Ask> asks(Target target) {
        return target.routes().stream().map(route -> ask(target, route));
    }

    private static Ask ask(Target target, Route route) {
        Health health = target.system().health().orElseThrow();
        return Addressed.to(target, Ask.get(route.at(target.edge(), health.path())));
    }

    private static String version(Target target, Reply reply) {
        return reply instanceof Reply.Answer answer
                ? version(
                        answer.body(),
                        target.system().health().flatMap(Health::version).orElseThrow())
                : NONE;
    }

    private static String version(String body, String pointer) {
        try {
            JsonNode found = MAPPER.readTree(body).at(pointer);
            return found.isValueNode() ? shown(found.asText()) : NONE;
        } catch (JsonProcessingException notJson) {
            return NONE;
        }
    }

    /** A version is a short word; whatever else stands there is a stranger's text. */
    private static String shown(String text) {
        return text.matches("[\\w.+:/-]{1,128}") ? text : NONE;
    }
}
