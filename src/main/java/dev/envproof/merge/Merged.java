package dev.envproof.merge;

import dev.envproof.report.Outcome;

/**
 * What the shards of one run found together.
 *
 * @param version what the services said they are; empty where the shards do not agree
 */
public record Merged(Outcome outcome, String version) {}
