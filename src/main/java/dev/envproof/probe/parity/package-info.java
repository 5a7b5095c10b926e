/** Looks at what the environments of a system have in common: settings, builds, descriptions. */
@NullMarked
package dev.envproof.probe.parity;

import org.jspecify.annotations.NullMarked;
