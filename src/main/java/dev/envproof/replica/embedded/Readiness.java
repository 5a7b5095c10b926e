package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.environment.Health;
import dev.envproof.environment.RoutingHeader;
import dev.envproof.environment.SystemUnderTest.Route;
import dev.envproof.environment.Target;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks every service of every environment for its health, through its edge, before anybody else does. */
final class Readiness {
    private static final int OK = 200;

    private Readiness() {}

    static void await(List<Target> targets) {
        targets.parallelStream()
                .forEach(target -> target.system()
                        .health()
                        .ifPresent(health -> target.routes().forEach(route -> check(target, route, health))));
    }

    private static void check(Target target, Route route, Health health) {
        String what = route.service() + " of " + target.environment().name();
        try {
            HttpCall.Reply reply = HttpCall.send("GET", route.at(target.edge(), health.path()), headers(target), "");
            if (reply.status() != OK) {
                throw new ReplicaException(what + " is not healthy: " + reply.status() + " " + reply.body());
            }
        } catch (IOException unreachable) {
            throw new ReplicaException(what + " does not answer: " + unreachable.getMessage(), unreachable);
        }
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
