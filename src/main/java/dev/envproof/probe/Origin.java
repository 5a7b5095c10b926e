package dev.envproof.probe;

import dev.envproof.probe.Reply.Stage;
import java.net.URI;
import java.util.Locale;

/** Where a request goes; it takes host names with an underscore too, which {@link URI#getHost} does not. */
record Origin(boolean tls, String host, int port, boolean portGiven) {

    static Origin of(URI address) throws WireFailure {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new WireFailure(Stage.REQUEST, "only http and https addresses can be asked, not " + scheme);
        }
        String authority = address.getRawAuthority() == null ? "" : address.getRawAuthority();
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostAndPort.lastIndexOf(':');
        boolean portGiven = colon > hostAndPort.lastIndexOf(']') && colon < hostAndPort.length() - 1;
        String host = colon > hostAndPort.lastIndexOf(']') ? hostAndPort.substring(0, colon) : hostAndPort;
        if (host.isEmpty()) {
            throw new WireFailure(Stage.REQUEST, "the address names no host");
        }
        boolean tls = scheme.equals("https");
        int port = portGiven ? port(hostAndPort.substring(colon + 1)) : tls ? 443 : 80;
        return new Origin(tls, host, port, portGiven);
    }

    private static int port(String text) throws WireFailure {
        if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
            return Integer.parseInt(text);
        }
        throw new WireFailure(Stage.REQUEST, "the address has no valid port");
    }

    /** The value of the Host header (RFC 9110, 7.2). */
    String hostHeader() {
        return portGiven ? host + ":" + port : host;
    }

    /** The host as name resolution and certificates know it. */
    String name() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
