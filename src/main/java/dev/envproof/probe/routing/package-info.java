/** Looks at where requests are led: by the routing header, by its absence, and by what must not choose. */
@NullMarked
package dev.envproof.probe.routing;

import org.jspecify.annotations.NullMarked;
