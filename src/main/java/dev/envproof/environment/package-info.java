/** YAML to an immutable, validated model of a system and its environments, and where each is reached. */
@NullMarked
package dev.envproof.environment;

import org.jspecify.annotations.NullMarked;
