/** The replica's parts in this JVM or as its child processes; needs no Docker. */
@NullMarked
package dev.envproof.replica.embedded;

import org.jspecify.annotations.NullMarked;
