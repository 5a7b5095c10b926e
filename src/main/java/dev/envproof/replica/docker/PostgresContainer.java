package dev.envproof.replica.docker;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A PostgreSQL server in a container: its data in memory, its port published to this machine's 127.0.0.1 only. */
final class PostgresContainer implements DatabaseServer {
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final ExposedPort PORT = ExposedPort.tcp(PostgreSQLContainer.POSTGRESQL_PORT);
    private static final String DATA = "/var/lib/postgresql/data";
    private static final String[] SMALL_AND_CARELESS = {
        "postgres",
        "-c",
        "fsync=off",
        "-c",
        "full_page_writes=off",
        "-c",
        "max_connections=50",
        "-c",
        "shared_buffers=16MB",
        "-c",
        "wal_level=minimal",
        "-c",
        "max_wal_senders=0",
        "-c",
        "autovacuum=off",
        "-c",
        "jit=off",
        "-c",
        "log_min_error_statement=panic" // a statement may hold a password
    };

    private final String environment;
    private final PostgresImage image;
    private final Path runFolder;
    private Optional<PostgreSQLContainer> container = Optional.empty();

    PostgresContainer(String environment, PostgresImage image, Path runFolder) {
        this.environment = environment;
        this.image = image;
        this.runFolder = runFolder;
    }

    @Override
    public void start(String superuserPassword) {
        String first = UUID.randomUUID().toString();
        try {
            PostgreSQLContainer made = configured(first);
            container = Optional.of(made);
            tellTheReaper();
            made.start();
            replacePassword(first, superuserPassword);
        } catch (ContainerLaunchException | ContainerFetchException | IOException | SQLException failed) {
            throw new ReplicaException(
                    "postgres " + environment + " could not start from the image " + image.name() + ": "
                            + cause(failed),
                    failed);
        }
    }

    private PostgreSQLContainer configured(String password) {
        return new PostgreSQLContainer(DockerImageName.parse(image.name()).asCompatibleSubstituteFor("postgres"))
                .withImagePullPolicy(name -> false)
                .withLabels(RunLabels.of(runFolder).asMap())
                .withUsername("postgres")
                .withDatabaseName("postgres")
                .withPassword(password)
                .withEnv("POSTGRES_INITDB_ARGS", "--locale=C --encoding=UTF8 --wal-segsize=1")
                .withTmpFs(Map.of(DATA, "rw"))
                .withCommand(SMALL_AND_CARELESS)
                .withStartupTimeout(PATIENCE)
                .withCreateContainerCmdModifier(PostgresContainer::publishToLoopback);
    }

    private static void publishToLoopback(CreateContainerCmd command) {
        HostConfig config = Optional.ofNullable(command.getHostConfig()).orElseGet(HostConfig::newHostConfig);
        command.withHostConfig(config.withPortBindings(new PortBinding(Ports.Binding.bindIp("127.0.0.1"), PORT)));
    }

    /** The process that cleans up after a killed run asks Docker only where this file says so. */
    private void tellTheReaper() throws IOException {
        Files.writeString(runFolder.resolve("containers"), image.name(), StandardCharsets.UTF_8);
    }

    /** The engine keeps a container's variables on disk, where they can be read: the first password ends here. */
    private void replacePassword(String first, String superuserPassword) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/postgres?connectTimeout=3&socketTimeout=10";
        try (Connection connection = DriverManager.getConnection(url, "postgres", first);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + superuserPassword + "'");
        }
    }

    private static String cause(Throwable failed) {
        Throwable deepest = failed;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public int port() {
        return container
                .filter(PostgreSQLContainer::isCreated)
                .map(running -> running.getMappedPort(PORT.getPort()))
                .orElseThrow(() -> new IllegalStateException("postgres " + environment + " has not been started"));
    }

    @Override
    public void close() {
        container.ifPresent(PostgreSQLContainer::stop);
    }
}
