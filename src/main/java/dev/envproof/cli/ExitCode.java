package dev.envproof.cli;

import dev.envproof.report.Gate;

/** What the process answers its caller with. */
public enum ExitCode {
    /** The gate is open. */
    OPEN(0),
    /** A broken rule closed the gate. */
    BROKEN(1),
    /** The gate is closed without a broken rule: inconclusive, too few rules, a waiver. */
    CLOSED(2),
    /** Bad configuration or flags, or no place for the reports; there is no verdict (BSD's EX_USAGE). */
    USAGE(64),
    /** A defect of envproof itself (BSD's EX_SOFTWARE). */
    INTERNAL(70);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static ExitCode of(Gate gate) {
        if (gate.isOpen()) {
            return OPEN;
        }
        return gate.broken() ? BROKEN : CLOSED;
    }
}
