/** Whether a shared graph database can be written. */
@NullMarked
package dev.envproof.probe.graph;

import org.jspecify.annotations.NullMarked;
