package dev.envproof.replica.embedded;

import dev.envproof.replica.Component;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.ReplicaException;
import dev.envproof.replica.Side;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * One environment's own PostgreSQL cluster: its own system identifier, port, users and passwords, its tables, and what
 * faults do to them. It is the same on every engine; only the server differs.
 */
final class PostgresCluster implements Component {
    private final Project project;
    private final DatabaseServer server;
    private final boolean speaksTls;

    /** @param speaksTls whether it encrypts the connections of clients that ask for it */
    PostgresCluster(Project project, DatabaseServer server, boolean speaksTls) {
        this.project = project;
        this.server = server;
        this.speaksTls = speaksTls;
    }

    @Override
    public String name() {
        return "postgres " + project.environment();
    }

    @Override
    public void start() {
        server.start(project.superuserPassword());
        if (!project.database().equals(Project.ANY_DATABASE)) {
            asSuperuser(Project.ANY_DATABASE, "create database \"" + project.database() + '"');
        }
        asSuperuser(roles());
        restore();
        if (speaksTls) {
            new PostgresTls(this::asSuperuser).turnOn(SelfSignedCertificate.make());
        }
    }

    /** Beside the superuser, who stays here: the deployment's own user, and the roles that its gateway takes. */
    private String roles() {
        return """
                create role anon;
                create role service_role bypassrls;
                create role "%s" login bypassrls password '%s' in role anon, service_role;
                alter schema public owner to "%s";
                grant usage on schema public to anon, service_role;
                """.formatted(project.databaseUser(), project.databasePassword(), project.databaseUser());
    }

    String url(Side side) {
        return project.databaseUrl(server.address(side));
    }

    /** The same server by another name of its host. */
    String otherUrl(Side side) {
        return project.databaseUrl(server.otherAddress(side));
    }

    /** Back to the healthy schema and rows. */
    void restore() {
        changePassword(project.databasePassword());
        asSuperuser(project.database(), StoreFaults.UNDONE + Schema.healthy(project));
    }

    /** Of the deployment's own user; connections that are open stay so. */
    void changePassword(String password) {
        asSuperuser("alter role \"%s\" password '%s'".formatted(project.databaseUser(), password));
    }

    /** Runs statements in the deployment's database, past every access rule. */
    void asSuperuser(String statements) {
        asSuperuser(project.database(), statements);
    }

    private void asSuperuser(String database, String statements) {
        String url =
                "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database + "?connectTimeout=3&socketTimeout=10";
        try (Connection connection = DriverManager.getConnection(url, "postgres", project.superuserPassword());
                var statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException failed) {
            throw new ReplicaException(name() + " refused a statement: " + failed.getMessage(), failed);
        }
    }

    /** An outage as its users meet it: every connection ends and none is admitted, until it is admitted again. */
    void admitConnections(boolean admitted) {
        asSuperuser("template1", "alter database \"" + project.database() + "\" with allow_connections " + admitted);
        if (!admitted) {
            asSuperuser(
                    "template1",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + project.database()
                            + "'");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
