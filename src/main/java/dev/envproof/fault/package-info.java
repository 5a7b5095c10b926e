/** Names each deliberate defect, and each healthy look-alike, that a replica can show. */
@NullMarked
package dev.envproof.fault;

import org.jspecify.annotations.NullMarked;
