/** Looks straight at an environment's Redis servers, and writes there only where its file allows it. */
@NullMarked
package dev.envproof.probe.redis;

import org.jspecify.annotations.NullMarked;
