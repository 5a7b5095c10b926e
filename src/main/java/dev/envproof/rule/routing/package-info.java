/** What must be true of the header that picks the environment of each request. */
@NullMarked
package dev.envproof.rule.routing;

import org.jspecify.annotations.NullMarked;
