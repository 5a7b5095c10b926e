package dev.envproof.environment;

import java.util.List;
import java.util.Optional;

/**
 * How a service tells its health; paths inside the body are JSON pointers (RFC 6901).
 *
 * @param path relative to a route
 * @param status pointer to the overall status
 * @param healthy values of the status, and of a check, that mean healthy, in any letter case
 * @param environment pointer to the environment's name
 * @param checks pointer to the checks: store name to status
 * @param optional values of a check that mean "switched off on purpose"
 * @param version pointer to the deployed version, for {@code -Dexpect.version}
 */
public record Health(
        String path,
        String status,
        List<String> healthy,
        String environment,
        String checks,
        List<String> optional,
        Optional<String> version) {
    public Health {
        healthy = List.copyOf(healthy);
        optional = List.copyOf(optional);
    }

    public boolean isHealthy(String told) {
        return healthy.stream().anyMatch(told::equalsIgnoreCase);
    }

    /** Whether a check's state means that the part is switched off on purpose. */
    public boolean isOptional(String told) {
        return optional.stream().anyMatch(told::equalsIgnoreCase);
    }
}
