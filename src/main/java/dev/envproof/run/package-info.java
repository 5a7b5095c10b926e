/** One run: flags to targets to findings to reports to gate, the same for Maven, JUnit and the jar. */
@NullMarked
package dev.envproof.run;

import org.jspecify.annotations.NullMarked;
