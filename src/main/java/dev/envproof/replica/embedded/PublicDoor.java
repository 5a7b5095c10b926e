package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.Reach;
import dev.envproof.environment.SystemUnderTest;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A public address of one environment's service, as the files declare it. */
record PublicDoor(Environment environment, String service, URI url) {
    private static final String HTTPS = "https";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    /** Those of every environment, in the order of the files. */
    static List<PublicDoor> of(SystemUnderTest system) {
        return system.environments().stream()
                .flatMap(environment -> environment.publicUrls().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(door -> new PublicDoor(environment, door.getKey(), door.getValue())))
                .toList();
    }

    boolean isTls() {
        return HTTPS.equalsIgnoreCase(url.getScheme());
    }

    int port() {
        return url.getPort() >= 0 ? url.getPort() : isTls() ? HTTPS_PORT : HTTP_PORT;
    }

    /** Without a port. */
    String host() {
        return url.getHost();
    }

    /** Host and port, as {@link Reach#standIns} names them. */
    String key() {
        return Reach.key(host(), port());
    }

    /** The port of plain HTTP that leads to it by a redirect; HTTPS on the default port has one. */
    boolean isRedirectedTo() {
        return isTls() && port() == HTTPS_PORT;
    }

    String plainKey() {
        return Reach.key(host(), HTTP_PORT);
    }
}
