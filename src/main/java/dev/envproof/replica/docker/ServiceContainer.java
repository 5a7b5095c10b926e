package dev.envproof.replica.docker;

import dev.envproof.replica.Side;
import dev.envproof.replica.embedded.PartMain;
import dev.envproof.replica.embedded.ServicePart;
import dev.envproof.replica.embedded.Shape;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service in a container on its edge's network. */
final class ServiceContainer implements ServicePart {
    private static final String LOGS = "/var/log/envproof";

    private final DockerRun run;
    private final String edge;
    private final String service;
    private final Path logs;
    private volatile Optional<PartContainer> container = Optional.empty();

    ServiceContainer(DockerRun run, String edge, String service) {
        this.run = run;
        this.edge = edge;
        this.service = service;
        this.logs = run.made("logs/" + edge);
    }

    @Override
    public String name() {
        return service + " (" + edge + ")";
    }

    /** Its name on the engine. */
    static String on(String edge, String service) {
        return edge + "-" + service;
    }

    @Override
    public void start() {
        ContainerPlan plan = run.plan(on(edge, service), name(), Image.Role.JRE, DockerRun.edge(edge))
                .called(service)
                .writes(LOGS, logs)
                .publishes(PartMain.PORT)
                .isHealthyIf(PartContainer.LISTENS);
        PartContainer made = new PartContainer(run, plan, "service", edge, service, LOGS);
        container = Optional.of(made);
        made.start(name(), List.of());
    }

    private PartContainer container() {
        return container.orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
    }

    @Override
    public URI url(Side side) {
        return side == Side.OUTSIDE
                ? container().part().url()
                : URI.create("http://" + service + ":" + PartMain.PORT + "/");
    }

    @Override
    public Path logFile() {
        return logs.resolve(service + ".log");
    }

    @Override
    public void show(Shape inside) {
        container().part().show(inside);
    }

    @Override
    public More startAnother(Map<String, String> variables) {
        return container().part().startAnother(variables);
    }

    @Override
    public void close() {
        container.ifPresent(PartContainer::close);
    }
}
