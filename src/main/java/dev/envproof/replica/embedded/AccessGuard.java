package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Environment.AccessKey;
import dev.envproof.fault.Fault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Whether a caller may choose an environment at the edge that it shares with others. */
final class AccessGuard {
    private AccessGuard() {}

    /** Fails closed: where the key's variable is unset nobody may. */
    static boolean admits(Shape shape, String edge, Environment chosen, Headers headers) {
        Optional<AccessKey> asked = asks(shape, edge, chosen);
        if (asked.isEmpty()) {
            return true;
        }
        List<String> given = headers.all(asked.get().header());
        return key(shape, edge, asked.get())
                .filter(key -> given.size() == 1 && isSame(key, given.get(0)))
                .isPresent();
    }

    /** The key that an edge asks for; empty where anybody may choose the environment. */
    static Optional<AccessKey> asks(Shape shape, String edge, Environment chosen) {
        boolean isChosen = shape.system().routingHeader().isPresent();
        boolean isOpen = shape.showsAt(edge, Fault.ROUTING_SWITCH_OPEN_TO_ALL)
                || shape.shows(Fault.ROUTING_OPEN_TO_ANYONE)
                || !chosen.edge().equals(edge)
                || (isChosen && chosen.equals(EnvironmentChoice.defaultOf(shape, edge)));
        return isOpen ? Optional.empty() : chosen.access();
    }

    static Optional<String> key(Shape shape, String edge, AccessKey access) {
        return shape.variables(edge).value(access.variable()).filter(key -> !key.isBlank());
    }

    /** The lines of a request's header. */
    interface Headers {
        List<String> all(String name);
    }

    private static boolean isSame(String key, String given) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
