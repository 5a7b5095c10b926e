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
import java.util.concurrent.atomic.AtomicInteger;
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
    private static final int IN_A_ROW = 3;
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private final Target target;
    private final Wire wire;

    public DeployedVersion(Target target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    /**
     * Waits until every route reports the version three times in a row: while instances are replaced, one of them
     * answers for the others.
     *
     * @return empty once they do; after the deadline what they reported instead
     */
    public Optional<String> await(String version, Duration deadline) {
        AtomicReference<Map<String, String>> other = new AtomicReference<>(Map.of());
        AtomicInteger agreeing = new AtomicInteger();
        try {
            Awaitility.await()
                    .atMost(deadline)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(BETWEEN)
                    .until(() -> agreesAgain(version, other, agreeing));
            return Optional.empty();
        } catch (ConditionTimeoutException late) {
            String seen = other.get().isEmpty()
                    ? "it did not answer " + IN_A_ROW + " times in a row"
                    : "its services report " + other.get();
            return Optional.of(target.environment().name() + ": waited " + deadline.toSeconds() + " s for version "
                    + version + "; " + seen);
        }
    }

    private boolean agreesAgain(String version, AtomicReference<Map<String, String>> other, AtomicInteger agreeing) {
        Map<String, String> versions = reported();
        if (versions.values().stream().allMatch(version::equals)) {
            return agreeing.incrementAndGet() >= IN_A_ROW;
        }
        agreeing.set(0);
        if (!Thread.currentThread().isInterrupted()) {
            other.set(versions); // a look that the deadline cut saw nothing
        }
        return false;
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
        List<Reply> replies =
                new Volley(wire, AT_ONCE, A_MOMENT).send(asks(target).toList());
        Map<String, String> versions = new TreeMap<>();
        for (int at = 0; at < replies.size(); at++) {
            versions.put(label(target.routes().get(at)), version(target, replies.get(at)));
        }
        return versions;
    }

    /** The service; with the path where several routes lead to it. */
    private String label(Route route) {
        long routes = target.routes().stream()
                .filter(it -> it.service().equals(route.service()))
                .count();
        return routes == 1 ? route.service() : route.service() + " " + route.path();
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
