/** Tells people what changed: webhooks, and GitHub's pages. Nothing here moves the gate. */
@NullMarked
package dev.envproof.notify;

import org.jspecify.annotations.NullMarked;
