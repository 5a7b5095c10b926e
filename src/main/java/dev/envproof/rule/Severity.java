package dev.envproof.rule;

/** How much a broken rule hurts, worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW
}
