/** Looks at the containers that run an environment, through the engine's API: read-only, and only on this machine. */
@NullMarked
package dev.envproof.probe.inspect;

import org.jspecify.annotations.NullMarked;
