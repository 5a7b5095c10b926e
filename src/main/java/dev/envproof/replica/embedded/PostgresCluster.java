package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import dev.envproof.replica.ReplicaException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** One environment's own PostgreSQL server: its own cluster, system identifier, port, users and passwords. */
final class PostgresCluster implements Component {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Project project;
    private final RunFolder folder;
    private Optional<EmbeddedPostgres> server = Optional.empty();

    PostgresCluster(Project project, RunFolder folder) {
        this.project = project;
        this.folder = folder;
    }

    @Override
    public String name() {
        return "postgres " + project.environment();
    }

    @Override
    public void start() {
        try {
            EmbeddedPostgres started = configured().start();
            server = Optional.of(started);
            Access.close(started, project, data());
            restore();
        } catch (IOException | SQLException | IllegalStateException failed) {
            throw new ReplicaException(
                    name() + " could not start: " + failed.getMessage() + "\n  its log: " + folder.lastLines(log())
                            + "\n  it needs about 60 MB in " + folder.path()
                            + "; as root it also needs `unshare -U` (in a container, run as a user)",
                    failed);
        }
    }

    /** Small, and without care for what a crash would lose: nothing here outlives the run. */
    private EmbeddedPostgres.Builder configured() throws IOException {
        // The library would leave an empty folder in the temporary directory if it were told in the builder.
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data())
                .setCleanDataDirectory(true)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
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

    private Path data() {
        return folder.path().resolve("postgres-" + project.environment());
    }

    private Path log() {
        return folder.path().resolve("postgres-" + project.environment() + ".log");
    }

    String url() {
        return project.databaseUrl(port());
    }

    private int port() {
        return server.map(EmbeddedPostgres::getPort)
                .orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
    }

    /** Back to the healthy schema and rows. */
    void restore() {
        changePassword(project.databasePassword());
        asSuperuser("postgres", StoreFaults.UNDONE + Schema.healthy(project));
    }

    /** Of the deployment's own user; connections that are open stay so. */
    void changePassword(String password) {
        asSuperuser("alter role \"%s\" password '%s'".formatted(project.databaseUser(), password));
    }

    /** Runs statements in the deployment's database, past every access rule. */
    void asSuperuser(String statements) {
        asSuperuser("postgres", statements);
    }

    private void asSuperuser(String database, String statements) {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?connectTimeout=3&socketTimeout=10";
        try (Connection connection = DriverManager.getConnection(url, "postgres", project.superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failed) {
            throw new ReplicaException(name() + " refused a statement: " + failed.getMessage(), failed);
        }
    }

    /** An outage as its users meet it: every connection ends and none is admitted, until it is admitted again. */
    void admitConnections(boolean admitted) {
        asSuperuser("template1", "alter database postgres with allow_connections " + admitted);
        if (!admitted) {
            asSuperuser(
                    "template1", "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'postgres'");
        }
    }

    @Override
    public void close() {
        try {
            if (server.isPresent()) {
                server.get().close();
            }
        } catch (IOException failed) {
            throw new ReplicaException(name() + " could not be stopped: " + failed.getMessage(), failed);
        }
    }
}
