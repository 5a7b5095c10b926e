package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.StoreAddress;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.Side;
import java.util.function.Function;
import java.util.function.Supplier;

/** One environment's database server and the gateway in front of it. */
record ProjectStores(Project project, PostgresCluster cluster, GatewayPart gateway, String accessKey) {

    static ProjectStores of(Environment environment, Workshop workshop, Supplier<Shape> inside) {
        return of(environment, workshop.database(environment.name()), project -> workshop.gateway(project, inside));
    }

    static ProjectStores of(Environment environment, DatabaseServer server, Function<Project, GatewayPart> gateway) {
        Project project = Project.random(
                environment.name(),
                environment.stores().stream()
                        .anyMatch(store -> store.keyVariable().isPresent()),
                environment.stores().stream()
                        .flatMap(store -> store.terms().database().stream())
                        .findFirst()
                        .orElse(Project.ANY_DATABASE));
        boolean requiresTls = environment.stores().stream().anyMatch(StoreAddress::tlsRequired);
        return new ProjectStores(
                project,
                new PostgresCluster(project, server, requiresTls),
                gateway.apply(project),
                RandomText.word(43));
    }

    ReplicaVariables.Addresses addresses(Side side) {
        return new ReplicaVariables.Addresses(
                project, cluster.url(side), cluster.otherUrl(side), gateway.url(side), accessKey);
    }

    void show(Shape inside) {
        cluster.restore();
        gateway.show(inside);
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
