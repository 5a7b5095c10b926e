@NullMarked
package dev.envproof.probe.graph;

import org.jspecify.annotations.NullMarked;
