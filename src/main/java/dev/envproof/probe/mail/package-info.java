/** Where the mails of an environment arrive. */
@NullMarked
package dev.envproof.probe.mail;

import org.jspecify.annotations.NullMarked;
