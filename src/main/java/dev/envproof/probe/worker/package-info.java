/** Queues jobs that do nothing but show where they were done, and looks at what queues and schedules them. */
@NullMarked
package dev.envproof.probe.worker;

import org.jspecify.annotations.NullMarked;
