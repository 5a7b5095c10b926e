@NullMarked
package dev.envproof.fingerprint;

import org.jspecify.annotations.NullMarked;
