/** What earlier runs saw: a file that grows by a line a run and a line a change of verdict. */
@NullMarked
package dev.envproof.history;

import org.jspecify.annotations.NullMarked;
