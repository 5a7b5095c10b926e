@NullMarked
package dev.envproof.rule.routing;

import org.jspecify.annotations.NullMarked;
