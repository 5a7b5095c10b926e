/** Judges in what environments may differ, and that nothing else does. */
@NullMarked
package dev.envproof.rule.parity;

import org.jspecify.annotations.NullMarked;
