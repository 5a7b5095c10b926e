package dev.envproof.replica.docker;

import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.fault.ContainerLookAlike;
import dev.envproof.fault.Fault;
import dev.envproof.replica.embedded.Shape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Faults that lie between containers: networks that join what must be apart, and names on them. */
final class Between {
    private static final String SHARED = "shared";
    private static final String STAGING = "staging";
    private static final String PRODUCTION = "production";

    private final DockerRun run;
    private final Deque<Runnable> undo = new ArrayDeque<>();

    Between(DockerRun run) {
        this.run = run;
    }

    synchronized void show(Shape shape) {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
        if (shape.shows(Fault.ISOLATION_NETWORK_SHARED)) {
            connect(SHARED, STAGING);
            connect(SHARED, PRODUCTION);
        }
        if (shape.shows(Fault.ISOLATION_WRONG_NETWORK_ATTACHED)) {
            connect(DockerRun.environment(PRODUCTION), STAGING);
        }
        if (shape.shows(Fault.ISOLATION_NAME_OF_TWO_ENVIRONMENTS)) {
            sharedEdge(shape).ifPresent(edge -> {
                connect(edge, STAGING, "database");
                connect(edge, PRODUCTION, "database");
            });
        }
        if (shape.shows(ContainerLookAlike.ISOLATION_EDGE_NETWORK_SHARED)) {
            sharedEdge(shape).ifPresent(edge -> {
                connect(edge, STAGING);
                connect(edge, PRODUCTION);
            });
        }
        if (shape.shows(ContainerLookAlike.ISOLATION_SECOND_NETWORK_OF_ITS_OWN)) {
            connect(DockerRun.second(STAGING), STAGING);
        }
    }

    private static Optional<String> sharedEdge(Shape shape) {
        return shape.system().edges().stream()
                .map(Edge::name)
                .filter(shape::isShared)
                .findFirst()
                .map(DockerRun::edge);
    }

    private void connect(String network, String environment, String... aliases) {
        String id = run.networks().id(network);
        String container = run.name(PostgresContainer.on(environment));
        run.engine().connect(id, container, List.of(aliases));
        undo.push(() -> run.engine().disconnect(id, container));
    }
}
