@NullMarked
package dev.envproof.probe.mail;

import org.jspecify.annotations.NullMarked;
