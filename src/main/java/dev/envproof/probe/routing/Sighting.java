package dev.envproof.probe.routing;

import dev.envproof.evidence.Exchange;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One request for an identity and where it led.
 *
 * @param place the route at the edge, or the service that was asked for itself
 * @param service the service that should answer
 * @param hasStore whether that service has a store, without which nothing can be proven
 * @param asked how the routing header was sent
 * @param answeredBy values of the response header that names the environment used
 * @param mentions environments that the answer's body names
 * @param content the answer without the environment's name, value by value (see {@link Content}); empty where none came
 */
public record Sighting(
        String place,
        String service,
        boolean hasStore,
        HeaderCase asked,
        Reached reached,
        List<String> answeredBy,
        Set<String> mentions,
        Map<String, String> content,
        Exchange exchange) {
    public Sighting {
        answeredBy = List.copyOf(answeredBy);
        mentions = Set.copyOf(mentions);
        content = Map.copyOf(content);
    }

    /** Whether it reached an environment that declared policy lets it reach. */
    public boolean isAsDeclared() {
        return asked.mayReach().stream().anyMatch(reached::is);
    }

    /** The same request, led elsewhere from one moment to the next. */
    public Sighting ledTo(Reached other) {
        return new Sighting(place, service, hasStore, asked, other, answeredBy, mentions, content, exchange);
    }
}
