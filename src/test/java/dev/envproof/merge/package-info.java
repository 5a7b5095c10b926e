@NullMarked
package dev.envproof.merge;

import org.jspecify.annotations.NullMarked;
