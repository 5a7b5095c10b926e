/**
 * The docker engine of the replica. So far its database servers are containers, one per environment; edges, gateways and
 * services still run in this JVM, as they do on the embedded engine. Only this package knows Testcontainers.
 */
@NullMarked
package dev.envproof.replica.docker;

import org.jspecify.annotations.NullMarked;
