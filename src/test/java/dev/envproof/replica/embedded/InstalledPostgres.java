package dev.envproof.replica.embedded;

import static org.awaitility.Awaitility.await;

import dev.envproof.replica.DatabaseServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** One cluster of the distribution's PostgreSQL, with a port of its own; as the user postgres where this one is root. */
final class InstalledPostgres implements DatabaseServer {
    private static final String BINARIES = "/usr/lib/postgresql/15/bin/";
    private static final String PACKAGE = "postgresql-15";

    private final Path folder;
    private final int port = ServerPort.free();
    private final InstalledProgram initdb;
    private final InstalledProgram postgres;
    private Optional<Process> process = Optional.empty();

    /** @param folder a folder of its own, which it may give away */
    InstalledPostgres(Path folder) {
        this.folder = folder;
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        this.initdb = InstalledProgram.found(BINARIES + "initdb", PACKAGE, log);
        this.postgres = InstalledProgram.found(BINARIES + "postgres", PACKAGE, log);
    }

    @Override
    public void start(String superuserPassword) {
        try {
            Path password = Files.writeString(folder.resolve("password"), superuserPassword);
            giveAway(folder);
            giveAway(password);
            initdb.run(asPostgres(), initialised(password));
            Files.delete(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        process = Optional.of(postgres.start(asPostgres(), settings()));
        await("postgres in " + folder)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> admits(superuserPassword));
    }

    private List<String> initialised(Path password) {
        return List.of(
                "--pgdata=" + folder.resolve("data"),
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--no-sync");
    }

    /** Small, and without care for what a crash would lose. */
    private List<String> settings() {
        return List.of(
                "-D" + folder.resolve("data"),
                "-p" + port,
                "-clisten_addresses=127.0.0.1",
                "-cunix_socket_directories=",
                "-cfsync=off",
                "-cfull_page_writes=off",
                "-cshared_buffers=16MB",
                "-cmax_connections=60",
                "-clog_min_error_statement=panic"); // a statement may hold a password
    }

    private boolean admits(String password) {
        if (process.filter(Process::isAlive).isEmpty()) {
            throw postgres.failed("ended");
        }
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres?connectTimeout=1&socketTimeout=3";
        try (Connection connection = DriverManager.getConnection(url, "postgres", password)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public int port() {
        return port;
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The server refuses to run as root. */
    private static List<String> asPostgres() {
        return isRoot() ? List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups") : List.of();
    }

    private static void giveAway(Path path) throws IOException {
        if (isRoot()) {
            Files.setOwner(
                    path, path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("postgres"));
        }
    }

    /** A fast shutdown, which waits for no client. */
    @Override
    public void close() {
        process.ifPresent(running -> InstalledProgram.end(running, "INT"));
        process = Optional.empty();
    }
}
