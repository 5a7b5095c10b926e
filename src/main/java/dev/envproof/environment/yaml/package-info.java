/** A YAML file as a small tree that knows where each value stands, and a decoder that collects every problem. */
@NullMarked
package dev.envproof.environment.yaml;

import org.jspecify.annotations.NullMarked;
