package dev.envproof.replica.embedded;

import dev.envproof.environment.Containers;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target.Engine;
import dev.envproof.fault.Deviation;
import dev.envproof.replica.DatabaseServer;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the parts of one replica come from: an engine, for one run. What it makes is not started. */
public interface Workshop extends AutoCloseable {
    Engine engine();

    DatabaseServer database(String environment);

    GatewayPart gateway(Project project, Supplier<Shape> inside);

    ServicePart service(String edge, String service, Supplier<Shape> inside);

    EdgePart edge(String edge, Supplier<Shape> inside);

    /** Redis servers and workers, where the system declares some. */
    QueueParts queues(SystemUnderTest system, Supplier<Shape> inside);

    /** Whether its parts can show a deviation. */
    boolean canShow(Deviation deviation);

    /** The containers of an environment, where its parts are some. */
    Optional<Containers> containers(Environment environment);

    /** Shows what lies between parts and in none of them, such as a network; what was shown before is undone. */
    void show(Shape inside);

    /** Removes what is no part's own; every part is closed by then. */
    @Override
    void close();
}
