package dev.envproof.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A failure that no user can mend, told without its messages: those may quote a secret, classes and lines can't. */
public final class Defect {
    private Defect() {}

    /** The classes of the failure and its causes, each with its frames. */
    public static List<String> lines(Throwable failure) {
        List<String> lines = new ArrayList<>();
        Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(8)
                .forEach(one -> {
                    lines.add(one.getClass().getName());
                    Arrays.stream(one.getStackTrace()).forEach(frame -> lines.add("    at " + frame));
                });
        return lines;
    }
}
