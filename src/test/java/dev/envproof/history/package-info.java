@NullMarked
package dev.envproof.history;

import org.jspecify.annotations.NullMarked;
