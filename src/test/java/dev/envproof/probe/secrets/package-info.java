@NullMarked
package dev.envproof.probe.secrets;

import org.jspecify.annotations.NullMarked;
