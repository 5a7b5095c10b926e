/** Which pages may call an environment (Fetch Standard, CORS protocol). */
@NullMarked
package dev.envproof.rule.cors;

import org.jspecify.annotations.NullMarked;
