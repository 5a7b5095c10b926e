/** What holds for every package and every file of the project. */
@NullMarked
package dev.envproof;

import org.jspecify.annotations.NullMarked;
