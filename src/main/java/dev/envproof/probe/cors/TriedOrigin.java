package dev.envproof.probe.cors;

/** An origin as the Origin header names it (RFC 6454, 6.2), and how it relates to the declared ones. */
public record TriedOrigin(String value, OriginShape shape) {}
