/** Judges what was seen; pure: no network, no clock, no randomness. */
@NullMarked
package dev.envproof.rule;

import org.jspecify.annotations.NullMarked;
