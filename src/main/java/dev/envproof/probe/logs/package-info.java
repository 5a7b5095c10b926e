/** Sends requests that services log, and reads what their logs and answers make of them. */
@NullMarked
package dev.envproof.probe.logs;

import org.jspecify.annotations.NullMarked;
