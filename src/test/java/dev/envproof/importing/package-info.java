@NullMarked
package dev.envproof.importing;

import org.jspecify.annotations.NullMarked;
