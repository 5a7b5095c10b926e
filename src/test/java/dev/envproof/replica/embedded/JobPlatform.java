package dev.envproof.replica.embedded;

import dev.envproof.environment.Environments;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.replica.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The system that the replica stands in for, and how a client asks it. */
final class JobPlatform {
    static final SystemUnderTest SYSTEM = Environments.load(Path.of("environments/job-platform"), Map.of(), Map.of());

    /** Its public part alone: the same parts, but one database server to wait for. */
    static final SystemUnderTest PRODUCTION_ALONE =
            SYSTEM.withEnvironments(SYSTEM.environment("production").stream().toList());

    private JobPlatform() {}

    static Target target(Replica replica, String environment) {
        return replica.targets().stream()
                .filter(target -> target.environment().name().equals(environment))
                .findFirst()
                .orElseThrow();
    }

    static HttpCall.Reply get(Target target, String service, String path) {
        return send("GET", target, service, path, "");
    }

    /** Names the environment, and shows its access key where it has one. */
    static HttpCall.Reply send(String method, Target target, String service, String path, String body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("X-Environment", target.environment().name());
        target.environment()
                .access()
                .ifPresent(access -> headers.put(
                        access.header(),
                        target.variables().value(access.variable()).orElseThrow()));
        try {
            return HttpCall.send(method, SYSTEM.routeTo(service).orElseThrow().at(target.edge(), path), headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
