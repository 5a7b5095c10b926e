/** Selects rules, runs probes, produces findings. */
@NullMarked
package dev.envproof.suite;

import org.jspecify.annotations.NullMarked;
