/** Logs and errors name the environment and keep every secret to themselves. */
@NullMarked
package dev.envproof.rule.logs;

import org.jspecify.annotations.NullMarked;
