/** What services tell about their health is true, complete and found where it belongs. */
@NullMarked
package dev.envproof.rule.health;

import org.jspecify.annotations.NullMarked;
