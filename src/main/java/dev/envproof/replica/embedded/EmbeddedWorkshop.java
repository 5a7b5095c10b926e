package dev.envproof.replica.embedded;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.DatabaseServer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Database servers as child processes of this one, and the rest in this JVM: no Docker needed. */
record EmbeddedWorkshop(Path runFolder) implements Workshop {
    @Override
    public Engine engine() {
        return Engine.EMBEDDED;
    }

    @Override
    public DatabaseServer database(String environment) {
        return new PostgresProcess(environment, runFolder);
    }

    @Override
    public GatewayPart gateway(Project project, Supplier<Shape> inside) {
        return new SupabaseGateway(project, 0, inside);
    }

    @Override
    public ServicePart service(String edge, String service, Supplier<Shape> inside) {
        return new ReferenceService(edge, service, 0, ServiceLog.of(runFolder, edge, service), inside);
    }

    @Override
    public EdgePart edge(String edge, Supplier<Shape> inside) {
        return new EdgeProxy(edge, 0, inside);
    }

    @Override
    public QueueParts queues(SystemUnderTest system, Supplier<Shape> inside) {
        return QueueParts.of(system, runFolder, inside);
    }

    @Override
    public boolean canShow(Deviation deviation) {
        return !deviation.needsContainers();
    }

    @Override
    public Optional<Containers> containers(Environment environment) {
        return Optional.empty();
    }

    @Override
    public void show(Shape inside) {
        // nothing lies between parts that share one machine
    }

    @Override
    public void close() {
        // every part is closed by itself
    }
}
