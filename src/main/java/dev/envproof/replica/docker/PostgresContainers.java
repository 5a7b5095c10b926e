package dev.envproof.replica.docker;

import dev.envproof.environment.Target.Engine;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.DatabaseServers;
import java.nio.file.Path;

/** Database servers as containers. */
record PostgresContainers(PostgresImage image) implements DatabaseServers {
    @Override
    public Engine engine() {
        return Engine.DOCKER;
    }

    @Override
    public DatabaseServer of(String environment, Path runFolder) {
        return new PostgresContainer(environment, image, runFolder);
    }
}
