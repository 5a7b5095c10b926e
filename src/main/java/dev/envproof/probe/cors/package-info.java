/** Looks, as a browser would, at which origins may call an environment. */
@NullMarked
package dev.envproof.probe.cors;

import org.jspecify.annotations.NullMarked;
