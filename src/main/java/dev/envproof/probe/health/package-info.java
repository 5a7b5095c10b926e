/** Looks at what services tell about their health, in peace and while a store is stopped. */
@NullMarked
package dev.envproof.probe.health;

import org.jspecify.annotations.NullMarked;
