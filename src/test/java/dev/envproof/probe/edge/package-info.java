@NullMarked
package dev.envproof.probe.edge;

import org.jspecify.annotations.NullMarked;
