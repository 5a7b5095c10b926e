package dev.envproof.probe.edge;

import java.util.List;

/**
 * A walk over redirects, one hop a request; at least one.
 *
 * @param isEndless whether it was given up where no declared limit reaches
 */
public record Course(PublicAddress door, List<Hop> hops, boolean isEndless) {
    public Course {
        hops = List.copyOf(hops);
    }

    public Hop first() {
        return hops.get(0);
    }

    public Hop last() {
        return hops.get(hops.size() - 1);
    }

    /** How many redirects were followed. */
    public int redirects() {
        return isEndless ? hops.size() : hops.size() - 1;
    }
}
