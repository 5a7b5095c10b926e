/** What must be true of the secrets that an environment's deployment is given. */
@NullMarked
package dev.envproof.rule.secrets;

import org.jspecify.annotations.NullMarked;
