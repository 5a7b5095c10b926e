package dev.envproof.probe.routing;

import dev.envproof.evidence.Exchange;
import java.net.URI;

/**
 * One request at a public address and where it led.
 *
 * @param hasStore whether the service has a store that tells its identity, without which nothing can be proven
 * @param name the host that was asked for
 * @param environment the environment that the name belongs to, where it is a sibling's
 * @param isOwnAnswer whether the answer is like the one that the address gives under its own name
 */
public record HostSighting(
        String service,
        URI url,
        boolean hasStore,
        Asked asked,
        String name,
        String environment,
        Reached reached,
        boolean isOwnAnswer,
        Exchange exchange) {

    /** How the address was named. */
    public enum Asked {
        OWN,
        /** In capitals, with a last dot, with the port: the same name to anyone who reads the standards. */
        SPELT_OTHERWISE,
        /** A name that nobody has declared. */
        UNKNOWN,
        SIBLING
    }

    /** Whether an application of some environment answered. */
    public boolean isAnApplicationsAnswer() {
        return isOwnAnswer || reached instanceof Reached.One || reached instanceof Reached.Several;
    }

    /** The request and where it led, as words. */
    public String says() {
        String at = url.toString().replaceFirst("/$", "");
        return asked == Asked.OWN
                ? at + " reached " + reached
                : at + " asked for as " + name + " reached "
                        + (isOwnAnswer && !hasStore ? "what it is itself" : reached);
    }
}
