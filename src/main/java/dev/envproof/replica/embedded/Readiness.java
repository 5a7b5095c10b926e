package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Health;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Asks every service of every environment for its health, through its edge, before anybody else does. */
final class Readiness {
    private static final int OK = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Readiness() {}

    static void await(List<Target> targets) {
        targets.parallelStream()
                .forEach(target -> target.system()
                        .health()
                        .ifPresent(health -> target.routes().forEach(route -> await(target, route, health))));
    }

    /** A part that has just started may be slow, so it is asked again; what it said last is the reason. */
    private static void await(Target target, Route route, Health health) {
        String what = route.service() + " of " + target.environment().name();
        AtomicReference<String> last = new AtomicReference<>(what + " was not asked");
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .until(() -> isHealthy(target, route, health, reason -> last.set(what + reason)));
        } catch (ConditionTimeoutException unhealthy) {
            throw new ReplicaException(last.get() + ", after " + PATIENCE.toSeconds() + " s", unhealthy);
        }
    }

    private static boolean isHealthy(Target target, Route route, Health health, Consumer<String> otherwise) {
        try {
            HttpCall.Reply reply = HttpCall.send("GET", address(target, route, health), headers(target), "");
            otherwise.accept(" is not healthy: " + reply.status() + " " + reply.body());
            return reply.status() == OK;
        } catch (IOException unreachable) {
            otherwise.accept(" does not answer: " + unreachable.getMessage());
            return false;
        }
    }

    /** Public addresses lead elsewhere for whom they are not the replica's, so the service itself is asked. */
    private static URI address(Target target, Route route, Health health) {
        return Optional.ofNullable(target.services().get(route.service()))
                .filter(service -> target.reach().urls().containsKey(route.service()))
                .map(service -> service.resolve(health.path()))
                .orElseGet(() -> route.at(target.edge(), health.path()));
    }

    private static Map<String, String> headers(Target target) {
        Map<String, String> headers = new HashMap<>();
        target.system()
                .routingHeader()
                .map(RoutingHeader::name)
                .ifPresent(name -> headers.put(name, target.environment().name()));
        target.environment().access().ifPresent(access -> headers.put(access.header(), key(target, access)));
        return headers;
    }

    private static String key(Target target, AccessKey access) {
        return target.variables().value(access.variable()).orElse("");
    }
}
