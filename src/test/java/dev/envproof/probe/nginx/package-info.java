@NullMarked
package dev.envproof.probe.nginx;

import org.jspecify.annotations.NullMarked;
