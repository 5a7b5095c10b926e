package dev.envproof.environment;

import java.util.Optional;

/**
 * The request header that picks the environment.
 *
 * @param name the header's name
 * @param answeredBy the response header that names the environment used, where one is declared
 * @param unknownValue what a value that names no environment leads to
 */
public record RoutingHeader(String name, Optional<String> answeredBy, UnknownValue unknownValue) {

    /** The declared answer to a value that names no environment. */
    public enum UnknownValue {
        /** The edge's default environment answers. */
        FALLBACK,
        /** A status from 400 to 499 answers. */
        REFUSED
    }
}
