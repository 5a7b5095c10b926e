/** Joins what the shards of a suite found. */
@NullMarked
package dev.envproof.merge;

import org.jspecify.annotations.NullMarked;
