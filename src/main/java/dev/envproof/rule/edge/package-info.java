/** Rules about the front door: certificates, redirects, response headers, cookies, consoles and pages. */
@NullMarked
package dev.envproof.rule.edge;

import org.jspecify.annotations.NullMarked;
