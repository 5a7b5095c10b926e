/** A local stand-in of a whole system, derived from the system's own files, clean or with faults. */
@NullMarked
package dev.envproof.replica;

import org.jspecify.annotations.NullMarked;
