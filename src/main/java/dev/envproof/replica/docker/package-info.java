/**
 * The docker engine of the replica: every part is a container, on one network per environment and one per edge. Only this
 * package knows Testcontainers, and of it only how to find the engine.
 */
@NullMarked
package dev.envproof.replica.docker;

import org.jspecify.annotations.NullMarked;
