package dev.envproof.replica;

import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.fault.Deviation;
import java.util.List;
import java.util.Set;

/** A local stand-in of a whole system. */
public interface Replica extends AutoCloseable {

    /** One target per environment, in the order of the system's files; addresses stay the same while it runs. */
    List<Target> targets();

    /**
     * Shows the system as the given files declare it, with the given deviations; an empty set is the healthy state.
     * Returns when every part shows it.
     */
    void show(SystemUnderTest system, Set<Deviation> deviations);

    /** Whether it can show a deviation; some need parts that are containers. */
    boolean canShow(Deviation deviation);

    /** Stops every part; closing twice is harmless. */
    @Override
    void close();
}
