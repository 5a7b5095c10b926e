/** In which indices of a search engine an environment's documents are. */
@NullMarked
package dev.envproof.probe.search;

import org.jspecify.annotations.NullMarked;
