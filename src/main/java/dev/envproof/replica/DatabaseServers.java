package dev.envproof.replica;

import dev.envproof.environment.Target.Engine;
import java.nio.file.Path;

/** Where a replica's database servers come from. */
public interface DatabaseServers {
    Engine engine();

    /**
     * Makes the server of one environment; it is not started.
     *
     * @param runFolder the run's own folder; its name tells which process the run belongs to ({@link Owner})
     */
    DatabaseServer of(String environment, Path runFolder);
}
