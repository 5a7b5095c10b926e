package dev.envproof.probe;

/** What one probe saw of one environment; a record nested in its probe. */
public interface Seen {}
