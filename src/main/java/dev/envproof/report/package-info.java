/** Writes findings; the gate decides. */
@NullMarked
package dev.envproof.report;

import org.jspecify.annotations.NullMarked;
