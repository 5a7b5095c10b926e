package dev.envproof.probe;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** A PostgreSQL URL of the form {@code postgresql://user:password@host:port/database} (libpq, 34.1.1.2), taken apart. */
public final class DatabaseAddress {
    private static final Pattern SSL_MODE = Pattern.compile("(?:^|&)sslmode=([a-z-]+)");
    private static final int PORT = 5432;
    private final URI url;

    private DatabaseAddress(URI url) {
        this.url = url;
    }

    public static Optional<DatabaseAddress> parse(String text) {
        try {
            URI url = new URI(text);
            boolean isPostgres = "postgresql".equals(url.getScheme()) || "postgres".equals(url.getScheme());
            return isPostgres && url.getHost() != null ? Optional.of(new DatabaseAddress(url)) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    public String host() {
        return url.getHost();
    }

    public int port() {
        return url.getPort() < 0 ? PORT : url.getPort();
    }

    public String user() {
        return userInfo()[0];
    }

    /** The database's name, where the URL has one; else the server takes the user's (libpq). */
    public Optional<String> database() {
        String path = Optional.ofNullable(url.getPath()).orElse("");
        return path.length() > 1 ? Optional.of(path.substring(1)) : Optional.empty();
    }

    /** Whether both have the same user and password. */
    public boolean hasCredentialsOf(DatabaseAddress other) {
        return Arrays.equals(userInfo(), other.userInfo());
    }

    /** Connects, and holds every later read to the same deadline; the exception's text may quote the URL. */
    public Connection connect(Duration deadline) throws SQLException {
        String seconds = Long.toString(Math.max(1, deadline.toSeconds()));
        Properties properties = new Properties();
        PGProperty.USER.set(properties, user());
        PGProperty.PASSWORD.set(properties, userInfo()[1]);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        sslMode().ifPresent(mode -> PGProperty.SSL_MODE.set(properties, mode));
        Connection connection =
                new Driver().connect("jdbc:postgresql://" + host() + ":" + port() + url.getPath(), properties);
        if (connection == null) {
            throw new SQLException("the driver refuses the address");
        }
        return connection;
    }

    // Of all parameters only this one passes: others name classes and files that the driver would load.
    private Optional<String> sslMode() {
        Matcher found = SSL_MODE.matcher(Optional.ofNullable(url.getQuery()).orElse(""));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private String[] userInfo() {
        String[] parts = Optional.ofNullable(url.getRawUserInfo()).orElse("").split(":", 2);
        return new String[] {decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : ""};
    }

    private static String decoded(String text) {
        // In user information a plus is a plus (RFC 3986), unlike in a form.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return host() + ":" + port();
    }
}
