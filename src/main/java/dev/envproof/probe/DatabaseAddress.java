package dev.envproof.probe;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * A PostgreSQL URL of the form {@code postgresql://user:password@host:port/database} (libpq, 34.1.1.2), taken apart: with
 * the driver's name that SQLAlchemy adds, in JDBC's form, and with passwords and host names that no strict URL may have.
 */
public final class DatabaseAddress {
    private static final String SCHEME = "(?:jdbc:)?postgres(?:ql)?(?:\\+\\w+)?://";
    private static final String PLACE =
            "(?<host>\\[[0-9A-Fa-f:.]+\\]|[^@/?#:,\\s\\[\\]]+)(?::(?<port>\\d{1,5}))?(?:,[^/?]*)?"
                    + "(?:/(?<database>[^?]*))?(?:\\?(?<query>.*))?";
    private static final Pattern STRICT = Pattern.compile(SCHEME + "(?:(?<user>[^@/?#]*)@)?" + PLACE);
    private static final Pattern UNENCODED = Pattern.compile(SCHEME + "(?<user>.*)@" + PLACE);
    private static final Pattern MODES = Pattern.compile("disable|allow|prefer|require|verify-ca|verify-full");
    private static final int PORT = 5432;
    private static final int LAST_PORT = 65_535;

    private final String host;
    private final int port;
    private final String user;
    private final String password;
    private final String path;
    private final String query;

    private DatabaseAddress(Matcher url) {
        host = url.group("host");
        port = group(url, "port").map(Integer::parseInt).orElse(PORT);
        path = group(url, "database").orElse("");
        query = group(url, "query").orElse("");
        String[] parts = group(url, "user").orElse("").split(":", 2);
        user = parts[0].isEmpty() ? parameter("user").orElse("") : decoded(parts[0]);
        password = parts.length > 1 ? decoded(parts[1]) : parameter("password").orElse("");
    }

    public static Optional<DatabaseAddress> parse(String text) {
        return Stream.of(STRICT, UNENCODED)
                .map(form -> form.matcher(text))
                .filter(Matcher::matches)
                .map(DatabaseAddress::new)
                .filter(address -> address.port <= LAST_PORT)
                .findFirst();
    }

    public String host() {
        return host;
    }

    public int port() {
        return port;
    }

    public String user() {
        return user;
    }

    /** The database's name, where the URL has one; else the server takes the user's (libpq). */
    public Optional<String> database() {
        return Optional.of(decoded(path)).filter(name -> !name.isEmpty());
    }

    /** What the URL itself asks of encryption (libpq, 34.19.1). */
    public Optional<String> sslMode() {
        return parameter("sslmode")
                .or(() -> parameter("ssl").map(mode -> mode.equals("true") ? "require" : mode))
                .filter(mode -> MODES.matcher(mode).matches());
    }

    /** Whether both have the same user and password. */
    public boolean hasCredentialsOf(DatabaseAddress other) {
        return user.equals(other.user) && password.equals(other.password);
    }

    /** Connects, and holds every later read to the same deadline; the exception's text may quote the URL. */
    public Connection connect(Duration deadline) throws SQLException {
        Connection connection =
                new Driver().connect("jdbc:postgresql://" + host + ":" + port + "/" + path, properties(deadline));
        if (connection == null) {
            throw new SQLException("the driver refuses the address");
        }
        return connection;
    }

    Properties properties(Duration deadline) {
        String seconds = Long.toString(Math.max(1, deadline.toSeconds()));
        Properties properties = new Properties();
        PGProperty.USER.set(properties, user);
        PGProperty.PASSWORD.set(properties, password);
        PGProperty.LOGIN_TIMEOUT.set(properties, seconds);
        PGProperty.CONNECT_TIMEOUT.set(properties, seconds);
        PGProperty.SOCKET_TIMEOUT.set(properties, seconds);
        // A pooler may hand each transaction to another server connection, which knows no statement by its name.
        PGProperty.PREPARE_THRESHOLD.set(properties, 0);
        sslMode().ifPresent(mode -> encrypt(properties, mode));
        return properties;
    }

    // Of all parameters only these two pass: others name classes that the driver would load.
    private void encrypt(Properties properties, String mode) {
        PGProperty.SSL_MODE.set(properties, mode);
        Optional<String> root = parameter("sslrootcert").filter(file -> !file.equals("system"));
        root.ifPresent(file -> PGProperty.SSL_ROOT_CERT.set(properties, file));
        Path usual = Path.of(System.getProperty("user.home", ""), ".postgresql", "root.crt");
        if (mode.startsWith("verify") && root.isEmpty() && !Files.isReadable(usual)) {
            PGProperty.SSL_FACTORY.set(properties, DefaultJavaSSLFactory.class.getName());
        }
    }

    private Optional<String> parameter(String name) {
        return Stream.of(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> group(Matcher url, String name) {
        return Optional.ofNullable(url.group(name));
    }

    private static String decoded(String text) {
        try {
            // In user information a plus is a plus (RFC 3986), unlike in a form.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
