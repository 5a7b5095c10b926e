/** Looks at what an environment lets a caller see and do beyond its work: debugging, documentation, errors, rates, logs. */
@NullMarked
package dev.envproof.probe.flags;

import org.jspecify.annotations.NullMarked;
