@NullMarked
package dev.envproof.replica.compose;

import org.jspecify.annotations.NullMarked;
