@NullMarked
package dev.envproof.environment;

import org.jspecify.annotations.NullMarked;
