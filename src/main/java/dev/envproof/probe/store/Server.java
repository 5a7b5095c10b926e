package dev.envproof.probe.store;

import dev.envproof.environment.Target;
import java.util.Locale;

/**
 * A PostgreSQL server and the database in it that an environment's URL leads to.
 *
 * @param identifier {@code pg_control_system().system_identifier}: given when a cluster is made, kept by physical copies
 * @param started {@code pg_postmaster_start_time()}: with the identifier it tells one running server from any other
 * @param isStandby {@code pg_is_in_recovery()}: it repeats what another server with the same identifier does
 * @param address host and port as the URL names them
 * @param database {@code current_database()}
 */
public record Server(String identifier, String started, boolean isStandby, String address, String database) {
    public Server {
        address = address.toLowerCase(Locale.ROOT);
    }

    /** The server that a target's variables lead to, by a connection of its own. */
    public static Fact<Server> of(Target target, String store) {
        return target.environment()
                .store(store)
                .map(address -> DatabaseSession.serverOf(target, address))
                .orElseGet(() -> new Fact.Unknown<>("no address is declared"));
    }

    /** Whether both are one running server, by whatever name it is reached. */
    public boolean isSameServerAs(Server other) {
        return identifier.equals(other.identifier) && started.equals(other.started);
    }

    /** Whether one repeats what the other does, or both what a third does, as streaming standbys do: the data are the same. */
    public boolean repeats(Server other) {
        return identifier.equals(other.identifier) && !isSameServerAs(other) && (isStandby || other.isStandby);
    }

    /** Whether one was made by copying the other's files and lives by itself since. */
    public boolean isCopyOf(Server other) {
        return identifier.equals(other.identifier) && !isSameServerAs(other) && !repeats(other);
    }

    /** Whether one configured place is meant by both: same server, name and database. */
    public boolean isSamePlaceAs(Server other) {
        return isSameServerAs(other) && address.equals(other.address) && database.equals(other.database);
    }

    @Override
    public String toString() {
        return database + " at " + address;
    }
}
