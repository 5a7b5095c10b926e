package dev.envproof.probe.edge;

import dev.envproof.evidence.Exchange;
import java.net.URI;
import java.util.Set;

/**
 * A page, or a file that it loads from its own address.
 *
 * @param keys what it holds that no browser may have, without any value
 * @param called hosts that it sends a browser's requests to; links that a visitor may follow are none of them
 */
public record PageFile(URI address, Set<String> keys, Set<String> called, Exchange exchange) {
    public PageFile {
        keys = Set.copyOf(keys);
        called = Set.copyOf(called);
    }
}
