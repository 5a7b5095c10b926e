package dev.envproof.probe.store;

import dev.envproof.evidence.VisibleText;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that a database may point to: host, port and, for a database, its name.
 *
 * @param host in small letters; every name of the loopback interface is {@code loopback}
 */
public record Place(String host, int port, Optional<String> database) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1|\\[::1]");

    public Place {
        String small = host.toLowerCase(Locale.ROOT);
        host = LOOPBACK.matcher(small).matches() ? "loopback" : VisibleText.of(small);
    }

    static Optional<Place> of(URI url) {
        if (url.getHost() == null) {
            return Optional.empty();
        }
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        return Optional.of(new Place(url.getHost(), port, Optional.empty()));
    }

    /** Whether a pointer to the other one leads here; where either names no database, host and port decide. */
    public boolean isLedToBy(Place pointed) {
        boolean sameDatabase = database.isEmpty() || pointed.database.isEmpty() || database.equals(pointed.database);
        return host.equals(pointed.host) && port == pointed.port && sameDatabase;
    }

    /** Whether it leads to the machine that it is written on. */
    boolean isLoopback() {
        return host.equals("loopback");
    }

    @Override
    public String toString() {
        return host + ":" + port + database.map(name -> "/" + name).orElse("");
    }
}
