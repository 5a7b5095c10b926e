package dev.envproof.replica.embedded;

import dev.envproof.replica.DatabaseServer;
import java.util.function.Supplier;

/** One environment's database server and the gateway in front of it. */
record ProjectStores(Project project, PostgresCluster cluster, SupabaseGateway gateway, String accessKey) {

    static ProjectStores of(String environment, DatabaseServer server, Supplier<Shape> shape) {
        Project project = Project.random(environment);
        return new ProjectStores(
                project,
                new PostgresCluster(project, server),
                new SupabaseGateway(project, 0, shape),
                RandomText.word(43));
    }

    ReplicaVariables.Addresses addresses() {
        return new ReplicaVariables.Addresses(project, cluster.url(), gateway.url(), accessKey);
    }

    void restore() {
        cluster.restore();
        gateway.restore();
    }

    void stopDatabase() {
        cluster.admitConnections(false);
        gateway.forgetConnections();
    }

    void startDatabase() {
        cluster.admitConnections(true);
        gateway.forgetConnections();
    }
}
