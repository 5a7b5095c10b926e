/** The replica from the user's own compose file: started as projects of the run's own, and removed with their volumes. */
@NullMarked
package dev.envproof.replica.compose;

import org.jspecify.annotations.NullMarked;
