package dev.envproof.replica.docker;

import dev.envproof.replica.Side;
import dev.envproof.replica.embedded.GatewayPart;
import dev.envproof.replica.embedded.PartMain;
import dev.envproof.replica.embedded.Project;
import dev.envproof.replica.embedded.Shape;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One environment's gateway in a container: on the environment's own network, where its database is, and on every edge's,
 * because each deployment knows every project, as it would know a hosted one's address.
 */
final class GatewayContainer implements GatewayPart {
    private final DockerRun run;
    private final Project project;
    private final List<String> edges;
    private volatile Optional<Started> started = Optional.empty();

    private record Started(PartContainer container, GatewayMaking making, Passage passage) {}

    /** @param edges all of the system */
    GatewayContainer(DockerRun run, Project project, List<String> edges) {
        this.run = run;
        this.project = project;
        this.edges = edges;
    }

    @Override
    public String name() {
        return "supabase " + project.environment();
    }

    /** Its name on the engine, and on every network. */
    static String on(String environment) {
        return "supabase-" + environment;
    }

    @Override
    public void start() {
        start(GatewayMaking.HEALTHY, 0);
    }

    /** @param port at this machine, which stays the same when it is made anew; 0 for any free one */
    private void start(GatewayMaking making, int port) {
        String host = on(project.environment());
        ContainerPlan plan = run.plan(host, name(), Image.Role.JRE, DockerRun.environment(project.environment()))
                .called(host)
                .publishes(new ContainerPlan.Published(PartMain.PORT, making.address(), port));
        PartContainer made = new PartContainer(run, making.onto(plan, run), "gateway", project.environment());
        started = Optional.of(new Started(made, making, new Passage(run, project.environment())));
        made.start(
                name(),
                edges.stream()
                        .map(edge -> new RunContainer.Joined(run.networks().id(DockerRun.edge(edge)), List.of(host)))
                        .toList());
        made.part().become(project);
    }

    private Started started() {
        return started.orElseThrow(() -> new IllegalStateException(name() + " has not been started"));
    }

    @Override
    public URI url(Side side) {
        return side == Side.OUTSIDE
                ? started().container().part().url()
                : URI.create("http://" + on(project.environment()) + ":" + PartMain.PORT + "/");
    }

    @Override
    public void show(Shape inside) {
        GatewayMaking wanted = GatewayMaking.of(inside, project.environment());
        if (!wanted.equals(started().making())) {
            int port = started().container().port();
            close();
            start(wanted, port);
        }
        started().passage().open(started().container().id(), inside);
        started().container().part().show(inside);
    }

    @Override
    public void stopBucket(boolean stopped) {
        started().container().part().stopBucket(stopped);
    }

    @Override
    public void forgetConnections() {
        started().container().part().forgetConnections();
    }

    @Override
    public void close() {
        started.ifPresent(it -> it.container().close());
    }
}
