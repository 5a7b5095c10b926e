/** Reads an nginx.conf for what its locations do with a request header; no nginx is run. */
@NullMarked
package dev.envproof.probe.nginx;

import org.jspecify.annotations.NullMarked;
