package dev.envproof.cli;

import dev.envproof.report.Gate;

/** What the process answers its caller with. */
public enum ExitCode {
    OPEN(0, "the gate is open"),
    BROKEN(1, "a broken rule closed it"),
    CLOSED(2, "closed without a broken rule: inconclusive, too few rules, a waiver, not ready, too slow"),
    /** BSD's EX_USAGE. */
    USAGE(64, "bad configuration or flags, or no place for the reports; there is no verdict"),
    /** BSD's EX_SOFTWARE. */
    INTERNAL(70, "a defect of envproof");

    private final int code;
    private final String says;

    ExitCode(int code, String says) {
        this.code = code;
        this.says = says;
    }

    public int code() {
        return code;
    }

    /** What it means, for help and documents. */
    public String says() {
        return says;
    }

    static ExitCode of(Gate gate) {
        if (gate.isOpen()) {
            return OPEN;
        }
        return gate.broken() ? BROKEN : CLOSED;
    }
}
