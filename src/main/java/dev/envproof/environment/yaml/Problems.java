package dev.envproof.environment.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong in all files, so that a user sees everything at once. */
public final class Problems {
    /** A broken file can hold a hundred thousand problems; nobody reads more than this. */
    private static final int MOST = 200;

    private final List<Problem> found = new ArrayList<>();
    private int untold;

    public void add(Place place, String key, String seen, String accepted) {
        add(new Problem(place, key, seen, accepted));
    }

    public void add(Problem problem) {
        if (isFull()) {
            untold++;
        } else {
            found.add(problem);
        }
    }

    /** Whether what is added now is counted but not told. */
    boolean isFull() {
        return found.size() >= MOST;
    }

    int count() {
        return found.size() + untold;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** By file, line and column; the last one says how many more there are, if there are. */
    public List<Problem> sorted() {
        Stream<Problem> told = found.stream().distinct().sorted(Comparator.comparing(Problem::place));
        Stream<Problem> rest = untold == 0
                ? Stream.empty()
                : Stream.of(new Problem(Place.wholeOf("more"), "", untold + " more problems", "these corrected first"));
        return Stream.concat(told, rest).toList();
    }
}
