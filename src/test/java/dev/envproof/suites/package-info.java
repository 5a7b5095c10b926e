@NullMarked
package dev.envproof.suites;

import org.jspecify.annotations.NullMarked;
