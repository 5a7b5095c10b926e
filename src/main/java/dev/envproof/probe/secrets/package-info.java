/** Looks at secrets and keeps none: what leaves this package is shape, claims and keyed fingerprints. */
@NullMarked
package dev.envproof.probe.secrets;

import org.jspecify.annotations.NullMarked;
