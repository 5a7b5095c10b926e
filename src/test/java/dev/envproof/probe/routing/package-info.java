@NullMarked
package dev.envproof.probe.routing;

import org.jspecify.annotations.NullMarked;
