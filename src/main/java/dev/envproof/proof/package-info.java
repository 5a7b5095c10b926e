/** Shows that each rule can fail: commits every fault, shows every look-alike, and compares what turned red. */
@NullMarked
package dev.envproof.proof;

import org.jspecify.annotations.NullMarked;
