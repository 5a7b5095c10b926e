package dev.envproof.probe.store;

import dev.envproof.environment.StoreAddress;
import dev.envproof.environment.Target;
import dev.envproof.probe.DatabaseAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A connection to an environment's database that can only read, and no statement of which takes long. */
final class DatabaseSession implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final Connection connection;
    private final DatabaseAddress address;

    private DatabaseSession(Connection connection, DatabaseAddress address) {
        this.connection = connection;
        this.address = address;
    }

    /** Opens it as the deployment would: the address is the value of the declared variable. */
    static Fact<DatabaseSession> open(Target target, StoreAddress store) {
        Optional<String> url = store.urlIn(target.variables());
        if (url.isEmpty()) {
            return new Fact.Unknown<>("this run can't see the variable " + store.urlVariable());
        }
        Optional<DatabaseAddress> address = DatabaseAddress.parse(url.get());
        if (address.isEmpty()) {
            return new Fact.Unknown<>("parse: " + store.urlVariable() + " holds no postgresql URL");
        }
        try {
            DatabaseSession session = new DatabaseSession(address.get().connect(DEADLINE), address.get());
            session.protect();
            return new Fact.Known<>(session);
        } catch (SQLException failed) {
            return new Fact.Unknown<>("connect: the database of " + store.urlVariable() + " gave " + state(failed));
        }
    }

    /** Which server the variables lead to, by a session of its own. */
    static Fact<Server> serverOf(Target target, StoreAddress store) {
        Fact<DatabaseSession> opened = open(target, store);
        try {
            return opened.fold(DatabaseSession::server, Fact.Unknown::new);
        } finally {
            opened.known().ifPresent(DatabaseSession::close);
        }
    }

    /** Nothing is set for the session: behind a pooler, the next client of the server's connection would inherit it. */
    private void protect() throws SQLException {
        try {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Reads one row's worth of something. */
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Every row that a query gives, or why there are none: {@code what} names what could not be read. */
    <T> Fact<List<T>> rows(String what, String query, Reading<T> reading, String... parameters) {
        try (Statement limit = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(query)) {
            connection.rollback(); // ends what the last read began, failed or not
            limit.execute("set local statement_timeout = " + DEADLINE.toMillis());
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            List<T> rows = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.of(row));
                }
            }
            return new Fact.Known<>(List.copyOf(rows));
        } catch (SQLException failed) {
            return new Fact.Unknown<>("reading " + what + " gave " + state(failed));
        }
    }

    /** The one row that a query gives. */
    <T> Fact<T> row(String what, String query, Reading<T> reading, String... parameters) {
        return rows(what, query, reading, parameters)
                .fold(
                        rows -> rows.isEmpty()
                                ? new Fact.Unknown<>("reading " + what + " gave no row")
                                : new Fact.Known<>(rows.get(0)),
                        Fact.Unknown::new);
    }

    Fact<Server> server() {
        return row(
                "the server's identity",
                "select system_identifier::text, extract(epoch from pg_postmaster_start_time())::text, pg_is_in_recovery(), current_database()"
                        + " from pg_control_system()",
                row -> new Server(
                        row.getString(1), row.getString(2), row.getBoolean(3), address.toString(), row.getString(4)));
    }

    /** Only the state: a driver's message may quote the URL. */
    private static String state(SQLException failed) {
        return "SQLSTATE " + Optional.ofNullable(failed.getSQLState()).orElse("none");
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException broken) {
            throw new IllegalStateException("a session could not be closed: " + state(broken));
        }
    }
}
