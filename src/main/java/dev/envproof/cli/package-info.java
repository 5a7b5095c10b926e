/** The jar's main. */
@NullMarked
package dev.envproof.cli;

import org.jspecify.annotations.NullMarked;
