@NullMarked
package dev.envproof.rule.secrets;

import org.jspecify.annotations.NullMarked;
