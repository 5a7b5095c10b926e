/** Checks every file of {@code examples/}. */
@NullMarked
package dev.envproof.examples;

import org.jspecify.annotations.NullMarked;
