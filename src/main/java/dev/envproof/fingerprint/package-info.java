/** Secrets of two runners compared without either seeing the other's: keyed fingerprints in files. */
@NullMarked
package dev.envproof.fingerprint;

import org.jspecify.annotations.NullMarked;
