package dev.envproof.probe.edge;

import dev.envproof.probe.Reply;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of a walk over redirects.
 *
 * @param next where the answer sends a browser (RFC 9110, 10.2.2); empty where it sends it nowhere
 */
public record Hop(URI address, Reply reply, Optional<URI> next) {
    /** The host that an address names, in lower case and without a last dot; empty where it names none. */
    public static String host(URI address) {
        return address.getHost() == null
                ? ""
                : address.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }
}
