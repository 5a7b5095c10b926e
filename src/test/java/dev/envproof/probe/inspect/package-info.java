@NullMarked
package dev.envproof.probe.inspect;

import org.jspecify.annotations.NullMarked;
