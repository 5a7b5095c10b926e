package dev.envproof.history;

/** One line of a history. */
sealed interface Line permits RunLine, Change, FirstHeld {}
