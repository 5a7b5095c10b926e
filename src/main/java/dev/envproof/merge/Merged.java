package dev.envproof.merge;

import dev.envproof.report.Outcome;

/**
 * What the shards of one run found together.
 *
 * @param version what the services said they are; empty where none told
 */
public record Merged(Outcome outcome, String version) {}
