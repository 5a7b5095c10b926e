package dev.envproof.replica.embedded;

import dev.envproof.environment.StoreAddress;
import dev.envproof.replica.DatabaseServer;
import java.util.function.Supplier;

/** One environment's database server and the gateway in front of it. */
record ProjectStores(Project project, PostgresCluster cluster, SupabaseGateway gateway, String accessKey) {

    static ProjectStores of(String environment, DatabaseServer server, Supplier<Shape> shape) {
        Project project = Project.random(environment);
        return new ProjectStores(
                project,
                new PostgresCluster(project, server, requiresTls(shape.get(), environment)),
                new SupabaseGateway(project, 0, shape),
                RandomText.word(43));
    }

    private static boolean requiresTls(Shape shape, String environment) {
        return shape.system().environment(environment).stream()
                .flatMap(declared -> declared.stores().stream())
                .anyMatch(StoreAddress::tlsRequired);
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
