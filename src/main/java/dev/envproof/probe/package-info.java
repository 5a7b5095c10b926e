/** Looks once at a target, under one deadline, with byte, header and hop caps; never judges. */
@NullMarked
package dev.envproof.probe;

import org.jspecify.annotations.NullMarked;
