package dev.envproof.probe.parity;

import dev.envproof.evidence.Exchange;
import java.util.Optional;
import java.util.Set;

/**
 * What one service's OpenAPI document promises.
 *
 * @param statements one per promise; empty where nothing was answered
 */
public record ApiDescription(String service, String path, Optional<Set<String>> statements, Exchange exchange) {
    public ApiDescription {
        statements = statements.map(Set::copyOf);
    }

    public boolean isOf(ApiDescription other) {
        return service.equals(other.service) && path.equals(other.path);
    }
}
