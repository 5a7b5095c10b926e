package dev.envproof.probe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Redis URL of the form {@code redis://user:password@host:port/number}, or {@code rediss://} for TLS (IANA's schemes
 * redis and rediss), taken apart: with passwords that no strict URL may have, too.
 */
public final class RedisAddress {
    private static final String PLACE =
            "(?<host>\\[[0-9A-Fa-f:.]+\\]|[^@/?#:,\\s\\[\\]]+)(?::(?<port>\\d{1,5}))?(?:/(?<number>\\d{0,5}))?(?:\\?(?<query>.*))?";
    private static final Pattern STRICT = Pattern.compile("(?<scheme>rediss?)://(?:(?<user>[^@/?#]*)@)?" + PLACE);
    private static final Pattern UNENCODED = Pattern.compile("(?<scheme>rediss?)://(?<user>.*)@" + PLACE);
    private static final Pattern NUMBER = Pattern.compile("(?:^|&)db=(\\d{1,5})(?:&|$)");
    private static final Pattern UNVERIFIED =
            Pattern.compile("(?:^|&)ssl_cert_reqs=(?:none|CERT_NONE)(?:&|$)", Pattern.CASE_INSENSITIVE);
    private static final int PORT = 6379;
    private static final int LAST_PORT = 65_535;

    private final boolean tls;
    private final String host;
    private final int port;
    private final int database;
    private final String query;
    private final Optional<String> user;
    private final Optional<String> password;

    private RedisAddress(Matcher url) {
        tls = url.group("scheme").equals("rediss");
        host = url.group("host");
        port = group(url, "port").map(Integer::parseInt).orElse(PORT);
        query = group(url, "query").orElse("");
        database = group(url, "number")
                .filter(number -> !number.isEmpty())
                .or(() -> NUMBER.matcher(query).results().findFirst().map(found -> found.group(1)))
                .map(Integer::parseInt)
                .orElse(0);
        String[] parts = group(url, "user").orElse("").split(":", 2);
        user = Optional.of(decoded(parts[0])).filter(name -> parts.length > 1 && !name.isEmpty());
        password = Optional.of(decoded(parts[parts.length - 1])).filter(secret -> !secret.isEmpty());
    }

    public static Optional<RedisAddress> parse(String text) {
        String stripped = text.strip();
        String lower = stripped.replaceFirst("^[A-Za-z]+", scheme(stripped));
        return Stream.of(STRICT, UNENCODED)
                .map(form -> form.matcher(lower))
                .filter(Matcher::matches)
                .map(RedisAddress::new)
                .filter(address -> address.port <= LAST_PORT)
                .findFirst();
    }

    private static String scheme(String text) {
        return text.substring(0, Math.max(0, text.indexOf("://"))).toLowerCase(Locale.ROOT);
    }

    /** Whether the URL asks for TLS. */
    public boolean isEncrypted() {
        return tls;
    }

    /** Whether the URL lets any certificate pass ({@code ssl_cert_reqs=none}, as redis-py writes it). */
    public boolean takesAnyCertificate() {
        return UNVERIFIED.matcher(query).find();
    }

    public String host() {
        return host.replaceAll("^\\[|\\]$", "");
    }

    public int port() {
        return port;
    }

    /** The number of the database. */
    public int database() {
        return database;
    }

    Optional<String> user() {
        return user;
    }

    Optional<String> password() {
        return password;
    }

    /** {@code host:port}, without credentials. */
    @Override
    public String toString() {
        return host + ":" + port;
    }

    private static Optional<String> group(Matcher url, String name) {
        return Optional.ofNullable(url.group(name));
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
