/** Presents environments, pairs and rules to JUnit. */
@NullMarked
package dev.envproof.junit;

import org.jspecify.annotations.NullMarked;
