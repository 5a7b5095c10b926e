package dev.envproof.probe.routing;

import dev.envproof.evidence.Exchange;
import java.util.List;

/**
 * One request for an identity and where it led.
 *
 * @param place the route at the edge, or the service that was asked for itself
 * @param service the service that should answer
 * @param asked how the routing header was sent
 * @param answeredBy values of the response header that names the environment used
 * @param content the answer without the environment's name, in a form that can be compared; empty where none came
 */
public record Sighting(
        String place,
        String service,
        HeaderCase asked,
        Reached reached,
        List<String> answeredBy,
        String content,
        Exchange exchange) {
    public Sighting {
        answeredBy = List.copyOf(answeredBy);
    }
}
