package dev.envproof.probe.routing;

import java.util.Set;
import java.util.TreeSet;

/** Which environment a request really reached, proven by the stores behind the answer and not by what it claims. */
public sealed interface Reached {

    /** Every store behind the answer is this environment's. */
    record One(String environment) implements Reached {
        @Override
        public String toString() {
            return environment + "'s stores";
        }
    }

    /** Stores of different environments stood behind one answer, or the same request was led here and there. */
    record Several(Set<String> environments) implements Reached {
        public Several {
            environments = Set.copyOf(environments);
        }

        @Override
        public String toString() {
            return "stores of " + String.join(" and ", new TreeSet<>(environments));
        }
    }

    /** A store that is none of this run's environments'. */
    record Stranger() implements Reached {
        @Override
        public String toString() {
            return "a store that no environment here declares";
        }
    }

    /** The service has no store: nothing can be proven, and nothing can be mixed up. */
    record Nowhere() implements Reached {
        @Override
        public String toString() {
            return "no store";
        }
    }

    /** A status from 400 to 499. */
    record Refused(int status) implements Reached {
        @Override
        public String toString() {
            return "a refusal with " + status;
        }
    }

    /** A status from 500. */
    record Failed(int status) implements Reached {
        @Override
        public String toString() {
            return "a failure with " + status;
        }
    }

    /** It could not be told; {@code why} names the stage. */
    record Unproven(String why) implements Reached {
        @Override
        public String toString() {
            return "nothing that proves an environment (" + why + ")";
        }
    }

    default boolean is(String environment) {
        return this instanceof One one && one.environment().equals(environment);
    }
}
