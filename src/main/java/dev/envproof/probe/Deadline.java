package dev.envproof.probe;

import java.time.Duration;

/** A moment by which an exchange has ended; measured on the clock that no one sets. */
record Deadline(Duration whole, long nanoTime) {
    static Deadline in(Duration time) {
        return new Deadline(time, System.nanoTime() + time.toNanos());
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
    }

    boolean hasPassed() {
        return left().isZero();
    }

    /** What is left, shared out evenly; at least a millisecond, because zero means no limit to a socket. */
    int millisLeftFor(int shares) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, left().toMillis() / shares));
    }

    String says() {
        return "nothing came to an end within " + whole.toMillis() + " ms";
    }
}
