package dev.envproof.environment;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How the public addresses of an environment are reached, where its services have one each.
 *
 * @param urls the public address of each service, by service; none where an edge tells them apart by path
 * @param standIns where a replica listens in place of a public address, by {@code host:port}
 * @param authority the certificate authority of a replica in PEM (RFC 7468), trusted beside those that Java trusts
 */
public record Reach(Map<String, URI> urls, Map<String, InetSocketAddress> standIns, Optional<String> authority) {
    private static final Reach AT_THE_EDGE = new Reach(Map.of(), Map.of(), Optional.empty());

    public Reach {
        urls = Map.copyOf(urls);
        standIns = Map.copyOf(standIns);
    }

    /** All services are reached at the edge's own address. */
    public static Reach atTheEdge() {
        return AT_THE_EDGE;
    }

    /** Public addresses that their names lead to. */
    public static Reach byName(Map<String, URI> urls) {
        return urls.isEmpty() ? AT_THE_EDGE : new Reach(urls, Map.of(), Optional.empty());
    }

    /** Where to connect to in place of a host and port; empty where the name itself leads there. */
    public Optional<InetSocketAddress> standIn(String host, int port) {
        return Optional.ofNullable(standIns.get(key(host, port)));
    }

    /** How {@link #standIns} names a host and port. */
    public static String key(String host, int port) {
        return host.toLowerCase(Locale.ROOT) + ":" + port;
    }
}
