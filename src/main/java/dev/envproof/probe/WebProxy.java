package dev.envproof.probe;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way out of a closed network, as {@code HTTPS_PROXY}, {@code http_proxy} and {@code NO_PROXY} name it to curl
 * (curl's manual, "Environment"): both spellings, but for plain HTTP the lower one alone, which no request can set. Probes
 * never take it: they look at a target, not at what a proxy makes of it.
 */
public final class WebProxy {
    private static final int PORT = 1080;
    private final Map<String, String> processEnvironment;

    public WebProxy(Map<String, String> processEnvironment) {
        this.processEnvironment = Map.copyOf(processEnvironment);
    }

    /** The proxy for an address; none where it is spared, or where the variable holds no usable address. */
    Optional<Origin> to(Origin origin) {
        Stream<String> names = origin.tls()
                ? Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                : Stream.of("http_proxy", "all_proxy", "ALL_PROXY");
        return first(names).filter(address -> !isSpared(origin)).flatMap(WebProxy::proxy);
    }

    private Optional<String> first(Stream<String> names) {
        return names.flatMap(name -> Optional.ofNullable(processEnvironment.get(name)).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private boolean isSpared(Origin origin) {
        String host = origin.name().toLowerCase(Locale.ROOT);
        return first(Stream.of("no_proxy", "NO_PROXY")).stream()
                .flatMap(list -> Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+", -1)))
                .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> entry.equals("*")
                        || host.equals(entry)
                        || host.endsWith("." + entry)
                        || (host + ":" + origin.port()).equals(entry));
    }

    private static Optional<Origin> proxy(String address) {
        try {
            Origin proxy = Origin.of(URI.create(address.contains("://") ? address : "http://" + address));
            return Optional.of(proxy.portGiven() ? proxy : new Origin(proxy.tls(), proxy.host(), PORT, true));
        } catch (IllegalArgumentException | WireFailure unusable) {
            return Optional.empty();
        }
    }
}
