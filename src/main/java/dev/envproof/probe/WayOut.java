package dev.envproof.probe;

import dev.envproof.probe.Reply.Stage;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * A proxy and how this run is known to it.
 *
 * @param credentials the value of Proxy-Authorization (RFC 7617)
 */
record WayOut(Origin origin, Optional<String> credentials) {
    private static final int PORT = 1080;

    /**
     * @param variable the one that holds the address; no complaint holds the address itself, which may hold a password
     * @throws WireFailure where no proxy can be asked there: without it, a request would leave by a way nobody wanted
     */
    static WayOut of(String variable, String address) throws WireFailure {
        String url = address.contains("://") ? address : "http://" + address;
        String scheme = url.substring(0, url.indexOf("://")).toLowerCase(Locale.ROOT);
        if (scheme.startsWith("socks")) {
            throw refused(variable, "a SOCKS proxy can't be taken");
        }
        if (scheme.equals("https")) {
            throw refused(variable, "TLS to a proxy is not spoken");
        }
        try {
            Origin proxy = Origin.of(URI.create(url));
            if (proxy.port() == 0) {
                throw refused(variable, "no address of a proxy");
            }
            Optional<String> credentials = credentials(variable, userInfo(address));
            return new WayOut(proxy.portGiven() ? proxy : new Origin(false, proxy.host(), PORT, true), credentials);
        } catch (IllegalArgumentException unusable) {
            throw refused(variable, "no address of a proxy");
        } catch (WireFailure unusable) {
            throw unusable.stage() == Stage.CONNECT ? unusable : refused(variable, "no address of a proxy");
        }
    }

    /** What stands before the host of an address, usable or not; empty where nothing does. */
    static String userInfo(String address) {
        int from = address.contains("://") ? address.indexOf("://") + 3 : 0;
        int at = address.lastIndexOf('@');
        return at < from ? "" : address.substring(from, at);
    }

    static String decoded(String userInfo) {
        return URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Optional<String> credentials(String variable, String userInfo) throws WireFailure {
        int colon = userInfo.indexOf(':');
        String user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
        String password = decoded(colon < 0 ? "" : userInfo.substring(colon + 1));
        if (user.contains(":")) {
            throw refused(variable, "a user's name can't hold a colon");
        }
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return both.length == 1
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
    }

    private static WireFailure refused(String variable, String why) {
        return new WireFailure(
                Stage.CONNECT,
                variable + ": " + why
                        + "; accepted: http://host:port, with user:password@ before the host, percent-encoded");
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "http://" + origin.hostHeader();
    }
}
