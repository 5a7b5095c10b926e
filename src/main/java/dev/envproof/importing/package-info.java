/** Writes the first files of a system from what its users have: compose files, env files, an nginx.conf. */
@NullMarked
package dev.envproof.importing;

import org.jspecify.annotations.NullMarked;
