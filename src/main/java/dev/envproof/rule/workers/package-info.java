/** What a service queues is done by its own environment's worker, in time, and the clock's jobs once a period. */
@NullMarked
package dev.envproof.rule.workers;

import org.jspecify.annotations.NullMarked;
