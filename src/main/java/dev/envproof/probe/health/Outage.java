package dev.envproof.probe.health;

/**
 * What a service told about its health around the outage of one store.
 *
 * @param before the poll before the store was stopped
 * @param during the first poll that was not healthy while it was stopped, else the last one
 * @param stillReached whether the service's identity proves that it reached a store of that name all the same, which
 *     then is not the one that was stopped
 * @param after the first healthy poll once the store was back, else the last one
 */
public record Outage(String store, String service, Poll before, Poll during, boolean stillReached, Poll after) {

    /** Health that was not healthy to begin with: nothing was stopped. */
    static Outage ofUnhealthy(String store, String service, Poll before) {
        return new Outage(store, service, before, before, false, before);
    }
}
