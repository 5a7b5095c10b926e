package dev.envproof.probe.cors;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An origin in its three parts (RFC 6454, 4).
 *
 * @param port with its colon, empty where it is the scheme's own
 */
record WebOrigin(String scheme, String host, String port) {
    private static final Pattern FORM = Pattern.compile("([a-z][a-z0-9+.-]*)://(\\[[^]]*]|[^/:]+)(:\\d+)?/?");
    private static final Pattern LOCAL = Pattern.compile("(.+\\.)?localhost|127(\\.\\d+){3}|0\\.0\\.0\\.0|\\[::1?]");

    private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){3}|\\[.*]");

    static Optional<WebOrigin> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new WebOrigin(
                        matcher.group(1),
                        matcher.group(2),
                        Optional.ofNullable(matcher.group(3)).orElse("")))
                : Optional.empty();
    }

    String withHost(String other) {
        return scheme + "://" + other + port;
    }

    String withPort(int other) {
        return scheme + "://" + host + ":" + other;
    }

    String withScheme(String other) {
        return other + "://" + host + port;
    }

    String withoutPort() {
        return scheme + "://" + host;
    }

    /** Whether it is a server on the machine of whoever looks. */
    boolean isLocal() {
        return LOCAL.matcher(host).matches();
    }

    /** Whether the host is an IP address, which belongs to no domain. */
    boolean isAddress() {
        return ADDRESS.matcher(host).matches();
    }

    @Override
    public String toString() {
        return withHost(host);
    }
}
