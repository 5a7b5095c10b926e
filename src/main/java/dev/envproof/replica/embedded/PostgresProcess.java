package dev.envproof.replica.embedded;

import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.ReplicaException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;

/** A PostgreSQL server as a child process, from binaries that Maven Central has. */
final class PostgresProcess implements DatabaseServer {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PORTS_TO_TRY = 3;

    private final String environment;
    private final Path folder;
    private final IntSupplier ports;
    private final Duration patience;
    private Optional<EmbeddedPostgres> process = Optional.empty();

    PostgresProcess(String environment, Path folder) {
        this(environment, folder, ServerPort::free, PATIENCE);
    }

    /** @param ports each answer is tried once */
    PostgresProcess(String environment, Path folder, IntSupplier ports, Duration patience) {
        this.environment = environment;
        this.folder = folder;
        this.ports = ports;
        this.patience = patience;
    }

    @Override
    public void start(String superuserPassword) {
        try {
            startAtFreePort(superuserPassword);
        } catch (IOException | SQLException | IllegalStateException failed) {
            throw new ReplicaException(
                    "postgres " + environment + " could not start: " + failed.getMessage() + "\n  its log: "
                            + RunFolder.lastLines(log()) + "\n  it needs about 60 MB in " + folder
                            + "; as root it also needs `unshare -U` (in a container, run as a user)",
                    failed);
        }
    }

    /** Another process may take a port between the look at it and the server's own start: then the next one is tried. */
    private void startAtFreePort(String superuserPassword) throws IOException, SQLException {
        for (int attempt = 1; ; attempt++) {
            Files.deleteIfExists(log());
            try {
                EmbeddedPostgres started =
                        configured().setPort(ports.getAsInt()).start();
                process = Optional.of(started);
                askForPasswords(started, superuserPassword);
                return;
            } catch (IOException | SQLException failed) {
                if (attempt == PORTS_TO_TRY || !portWasTaken()) {
                    throw failed;
                }
                close();
                Leftovers.delete(data());
            }
        }
    }

    private boolean portWasTaken() {
        return RunFolder.lastLines(log()).contains("could not create any TCP/IP sockets");
    }

    /** Small, and without care for what a crash would lose: nothing here outlives the run. */
    private EmbeddedPostgres.Builder configured() throws IOException {
        // The library would leave an empty folder in the temporary directory if it were told in the builder.
        System.setProperty("ot.epg.working-dir", RunFolder.binaries(folder).toString());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(true)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(patience)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("wal-segsize", "1")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("dynamic_shared_memory_type", "mmap")
                .setServerConfig("max_connections", "50")
                .setServerConfig("shared_buffers", "16MB")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("wal_level", "minimal")
                .setServerConfig("max_wal_senders", "0")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("log_min_error_statement", "panic") // a statement may hold a password
                .setOutputRedirector(Redirect.appendTo(log().toFile()))
                .setErrorRedirector(Redirect.appendTo(log().toFile()));
    }

    /** A new cluster trusts everyone; from here on it asks for passwords (SCRAM-SHA-256, RFC 7677). */
    private void askForPasswords(EmbeddedPostgres started, String superuserPassword) throws SQLException, IOException {
        try (Connection connection = started.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            refuseAnother(statement);
            statement.execute("alter role postgres password '" + superuserPassword + "'");
            Files.writeString(data().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    /** Whoever took the port may be a new cluster too, and would trust this one's commands. */
    private void refuseAnother(Statement statement) throws SQLException {
        try (ResultSet answer = statement.executeQuery("show data_directory")) {
            if (!answer.next() || !Path.of(answer.getString(1)).equals(data())) {
                throw new SQLException("another server answers at its port");
            }
        }
    }

    private Path data() {
        return folder.resolve("postgres-" + environment);
    }

    private Path log() {
        return folder.resolve("postgres-" + environment + ".log");
    }

    @Override
    public int port() {
        return process.map(EmbeddedPostgres::getPort)
                .orElseThrow(() -> new IllegalStateException("postgres " + environment + " has not been started"));
    }

    @Override
    public void close() {
        try {
            if (process.isPresent()) {
                process.get().close();
            }
        } catch (IOException failed) {
            throw new ReplicaException(
                    "postgres " + environment + " could not be stopped: " + failed.getMessage(), failed);
        }
    }
}
