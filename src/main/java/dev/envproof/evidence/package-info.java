/** What was seen, redacted at the door. */
@NullMarked
package dev.envproof.evidence;

import org.jspecify.annotations.NullMarked;
