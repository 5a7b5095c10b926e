package dev.envproof.replica.embedded;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens a connection to {@code postgresql://user:password@host:port/database}, as deployments are given it. */
final class DatabaseUrl {
    private static final int SECONDS = 3;

    private DatabaseUrl() {}

    static Connection open(String url) throws SQLException {
        URI address;
        try {
            address = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            // Its message would repeat the URL, and with it the password.
            throw new SQLException("the database URL is malformed");
        }
        String[] user = String.valueOf(address.getUserInfo()).split(":", 2);
        if (address.getHost() == null || user.length != 2) {
            throw new SQLException("the database URL names no host, or no user and password");
        }
        String jdbc = "jdbc:postgresql://" + address.getHost() + ":" + address.getPort() + address.getPath()
                + "?connectTimeout=" + SECONDS + "&socketTimeout=" + SECONDS;
        return DriverManager.getConnection(jdbc, user[0], user[1]);
    }
}
