package dev.envproof.probe.store;

import dev.envproof.evidence.Exchange;
import java.util.Optional;

/**
 * How a table that must be private is protected.
 *
 * @param rowSecurity whether row-level security is on ({@code pg_class.relrowsecurity})
 * @param isOpen whether a policy lets everyone read every row, which undoes row-level security
 * @param readByAnyone whether the public key reads a row through the data API; empty where there is no such key
 * @param readByService whether the service key does, the control beside it
 */
public record PrivateTable(
        String name,
        Fact<Boolean> rowSecurity,
        Fact<Boolean> isOpen,
        Optional<Fact<Boolean>> readByAnyone,
        Fact<Boolean> readByService,
        Optional<Exchange> exchange) {}
