package dev.envproof.environment;

import java.util.Optional;

/**
 * The request header that picks the environment.
 *
 * @param name the header's name
 * @param answeredBy the response header that names the environment used, where one is declared
 * @param unknownValue what a value that names no environment leads to
 * @param defaultVariable the deployment's variable that names the default environment, where one is declared
 */
public record RoutingHeader(
        String name,
        Optional<String> answeredBy,
        UnknownValue unknownValue,
        Optional<DefaultVariable> defaultVariable) {

    /** The declared answer to a value that names no environment. */
    public enum UnknownValue {
        /** The edge's default environment answers. */
        FALLBACK,
        /** A status from 400 to 499 answers. */
        REFUSED
    }

    /**
     * Where a deployment is told its default environment.
     *
     * @param name the variable
     * @param whenInvalid the environment that serves where the variable is unset or names none
     */
    public record DefaultVariable(String name, String whenInvalid) {}
}
