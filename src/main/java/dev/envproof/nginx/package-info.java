/** An nginx configuration as a tree of directives that know where they stand; nothing is judged here. */
@NullMarked
package dev.envproof.nginx;

import org.jspecify.annotations.NullMarked;
