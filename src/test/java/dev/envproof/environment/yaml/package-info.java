@NullMarked
package dev.envproof.environment.yaml;

import org.jspecify.annotations.NullMarked;
