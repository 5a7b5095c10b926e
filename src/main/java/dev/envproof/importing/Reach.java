package dev.envproof.importing;

import dev.envproof.environment.yaml.Place;

/**
 * An address under which a front door hands requests to a service.
 *
 * @param service as the file names it
 * @param port 0 where the scheme's own is meant
 * @param path between slashes
 * @param place shown as a comment
 */
record Reach(String service, String scheme, String host, int port, String path, String place) {
    static final String LOCALHOST = "localhost";

    static Reach of(String service, String scheme, String host, int port, String path, Place place) {
        return new Reach(service, scheme, host, port, slashed(path), Note.shown(place));
    }

    static String slashed(String path) {
        return path.endsWith("/") ? path : path + "/";
    }

    Reach of(String named) {
        return new Reach(named, scheme, host, port, path, place);
    }

    Reach at(int other) {
        return new Reach(service, scheme, host, other, path, place);
    }

    int shownPort() {
        return port != 0 ? port : scheme.equals("https") ? 443 : 80;
    }

    /** Scheme, host and port, as {@code url} in an environment's file. */
    String authority() {
        boolean isDefault = shownPort() == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (isDefault ? "" : ":" + port);
    }

    boolean isLocal() {
        return host.equals(LOCALHOST)
                || host.endsWith("." + LOCALHOST)
                || host.startsWith("127.")
                || host.equals("[::1]");
    }
}
