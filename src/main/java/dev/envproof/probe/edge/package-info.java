/** Looks at what the front door shows before any service answers: TLS, redirects, headers, consoles and pages. */
@NullMarked
package dev.envproof.probe.edge;

import org.jspecify.annotations.NullMarked;
