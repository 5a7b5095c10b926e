package dev.envproof.replica.docker;

import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.Side;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A PostgreSQL server in a container on its environment's network: its data in memory, its port for the run's probes only. */
final class PostgresContainer implements DatabaseServer {
    private static final int PORT = 5432;
    /** In each environment of its own network, as in every compose file. */
    private static final String EVERYONES_NAME = "database";

    /** Where official images would put a volume. */
    private static final String VOLUME = "/var/lib/postgresql/data";

    /** In no image: one that is there belongs to root. */
    private static final String DATA = "/var/lib/envproof";

    /** Without the image's own way, which starts each server twice. */
    private static final String START = """
            set -e
            printf '%%s' "$POSTGRES_PASSWORD" | initdb -D %1$s/own -U postgres --pwfile=/dev/stdin --auth=scram-sha-256 \\
                --locale=C --encoding=UTF8 --wal-segsize=1 --no-sync > /dev/null
            echo 'host all all all scram-sha-256' >> %1$s/own/pg_hba.conf
            exec postgres -D %1$s/own "$@"
            """.formatted(DATA);

    private static final List<String> SMALL_AND_CARELESS = List.of(
            "listen_addresses=*",
            "unix_socket_directories=/tmp",
            "fsync=off",
            "full_page_writes=off",
            "max_connections=50",
            "shared_buffers=16MB",
            "wal_level=minimal",
            "max_wal_senders=0",
            "autovacuum=off",
            "jit=off",
            "log_min_error_statement=panic"); // a statement may hold a password

    private final DockerRun run;
    private final String environment;
    private volatile Optional<RunContainer> container = Optional.empty();

    PostgresContainer(DockerRun run, String environment) {
        this.run = run;
        this.environment = environment;
    }

    /** Its name on the engine, and on its environment's network. */
    static String on(String environment) {
        return "postgres-" + environment;
    }

    private static String otherName(String environment) {
        return "database-" + environment;
    }

    /** Whether a URL leads to the server of this environment, by any of its names. */
    static boolean isAt(String url, String environment) {
        return url.contains("@" + on(environment) + ":") || url.contains("@" + otherName(environment) + ":");
    }

    @Override
    public void start(String superuserPassword) {
        String first = UUID.randomUUID().toString();
        RunContainer made = new RunContainer(run.engine(), plan(first));
        container = Optional.of(made);
        made.start(List.of());
        made.awaitAnswer(() -> admits(first), List.of(first));
        try (Connection connection = connect(first);
                Statement statement = connection.createStatement()) {
            // The engine keeps a container's variables on disk, where they can be read: the first password ends here.
            statement.execute("alter role postgres password '" + superuserPassword + "'");
        } catch (SQLException failed) {
            throw new ReplicaException(
                    "postgres " + environment + " could not start: " + String.valueOf(failed.getMessage()), failed);
        }
    }

    private ContainerPlan plan(String password) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", START, "postgres"));
        SMALL_AND_CARELESS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return run.plan(
                        on(environment),
                        "postgres " + environment,
                        Image.Role.POSTGRES,
                        DockerRun.environment(environment))
                .called(on(environment), otherName(environment), EVERYONES_NAME)
                .with(Map.of("POSTGRES_PASSWORD", password))
                .runsAs("postgres")
                .keepsInMemory(VOLUME)
                .keepsInMemory(DATA)
                .isHealthyIf("pg_isready -q -h 127.0.0.1 -U postgres")
                .runs(command)
                .publishes(PORT);
    }

    private boolean admits(String password) {
        try (Connection connection = connect(password)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private Connection connect(String password) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?connectTimeout=3&socketTimeout=10";
        return DriverManager.getConnection(url, "postgres", password);
    }

    @Override
    public int port() {
        return container
                .map(RunContainer::port)
                .orElseThrow(() -> new IllegalStateException("postgres " + environment + " has not been started"));
    }

    @Override
    public String address(Side side) {
        return side == Side.OUTSIDE ? DatabaseServer.super.address(side) : on(environment) + ":" + PORT;
    }

    @Override
    public String otherAddress(Side side) {
        return side == Side.OUTSIDE ? DatabaseServer.super.otherAddress(side) : otherName(environment) + ":" + PORT;
    }

    @Override
    public void close() {
        container.ifPresent(RunContainer::close);
    }
}
