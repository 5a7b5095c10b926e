/** What an environment lets a caller see and do beyond its work, against what it declares. */
@NullMarked
package dev.envproof.rule.flags;

import org.jspecify.annotations.NullMarked;
