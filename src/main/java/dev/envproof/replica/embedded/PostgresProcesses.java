package dev.envproof.replica.embedded;

import dev.envproof.environment.Target.Engine;
import dev.envproof.replica.DatabaseServer;
import dev.envproof.replica.DatabaseServers;
import java.nio.file.Path;

/** Database servers as child processes of this one: no Docker needed. */
final class PostgresProcesses implements DatabaseServers {
    @Override
    public Engine engine() {
        return Engine.EMBEDDED;
    }

    @Override
    public DatabaseServer of(String environment, Path runFolder) {
        return new PostgresProcess(environment, runFolder);
    }
}
