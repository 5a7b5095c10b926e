package dev.envproof.probe.edge;

import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An address that people and other systems use.
 *
 * @param service the service behind it; {@code edge} where one edge stands before all of them
 * @param url with a slash at its end
 */
public record PublicAddress(String service, URI url) {
    /** A handshake with a busy edge takes a while. */
    public static final Duration DEADLINE = Duration.ofSeconds(15);

    private static final String EDGE = "edge";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Those of an environment: one of each service, or its edge's where it is deployed. */
    public static List<PublicAddress> of(Target target) {
        if (!target.reach().urls().isEmpty()) {
            return target.reach().urls().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> new PublicAddress(entry.getKey(), entry.getValue()))
                    .toList();
        }
        return target.engine() == Engine.REMOTE
                ? List.of(new PublicAddress(EDGE, target.edge().resolve("/")))
                : List.of();
    }

    /** Those that speak https. */
    public static List<PublicAddress> https(Target target) {
        return of(target).stream().filter(PublicAddress::isHttps).toList();
    }

    public boolean isHttps() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    public String host() {
        return String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    }

    public int port() {
        return url.getPort() >= 0 ? url.getPort() : isHttps() ? HTTPS : HTTP;
    }

    /** The same host without TLS, at the port that browsers try first. */
    public URI plain() {
        return URI.create("http://" + url.getHost() + "/");
    }

    /** The address as reports name it, without its last slash. */
    public String says() {
        return url.toString().replaceFirst("/$", "");
    }
}
