/** Each environment has stores of its own, and nobody else reads them. */
@NullMarked
package dev.envproof.rule.isolation;

import org.jspecify.annotations.NullMarked;
