package dev.envproof.environment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in all files, so that a user sees everything at once. */
public final class Problems {
    /** A broken file can hold a hundred thousand problems; nobody reads more than this. */
    private static final int MOST = 200;

    private final List<Problem> found = new ArrayList<>();

    public void add(Place place, String key, String seen, String accepted) {
        add(new Problem(place, key, seen, accepted));
    }

    public void add(Problem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        }
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, line and column. */
    public List<Problem> sorted() {
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::place))
                .toList();
    }
}
