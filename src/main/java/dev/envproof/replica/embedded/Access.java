package dev.envproof.replica.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Who may use a new cluster: a superuser that stays here, and the deployment's own user, each by its password. */
final class Access {
    private Access() {}

    /** A new cluster trusts everyone; from here on it asks for passwords (SCRAM-SHA-256, RFC 7677). */
    static void close(EmbeddedPostgres server, Project project, Path data) throws SQLException, IOException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(roles(project));
            Files.writeString(data.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
            statement.execute("select pg_reload_conf()");
        }
    }

    private static String roles(Project project) {
        return """
                alter role postgres password '%s';
                create role anon;
                create role service_role bypassrls;
                create role "%s" login bypassrls password '%s' in role anon, service_role;
                alter schema public owner to "%s";
                grant usage on schema public to anon, service_role;
                """.formatted(
                        project.superuserPassword(),
                        project.databaseUser(),
                        project.databasePassword(),
                        project.databaseUser());
    }
}
