/** Looks straight at an environment's stores, past every service and edge; reads only. */
@NullMarked
package dev.envproof.probe.store;

import org.jspecify.annotations.NullMarked;
