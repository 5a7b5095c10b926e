package dev.envproof.replica.embedded;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Environment;
import dev.envproof.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a service compares a page's origin with the declared ones: for equality, unless a fault is shown. */
final class CorsComparison {
    /** Ways to take an undeclared origin, the first argument, for a declared one. */
    private static final Map<Fault, BiPredicate<String, String>> LAX = Map.of(
            Fault.CORS_REFLECT_ANY_ORIGIN, (origin, declared) -> true,
            Fault.CORS_LOCALHOST_LEFT_IN, (origin, declared) -> origin.equals("http://localhost:5173"),
            Fault.CORS_NULL_ORIGIN, (origin, declared) -> origin.equals("null"),
            Fault.CORS_PREFIX_MATCH, String::startsWith,
            Fault.CORS_SUFFIX_MATCH, (origin, declared) -> origin.endsWith(authority(declared)),
            Fault.CORS_ANY_SUBDOMAIN, (origin, declared) -> origin.endsWith("." + authority(declared)),
            Fault.CORS_SCHEME_IGNORED, (origin, declared) -> authority(origin).equals(authority(declared)),
            Fault.CORS_PORT_IGNORED, (origin, declared) -> portless(origin).equals(portless(declared)),
            Fault.CORS_SPECIAL_CHARACTERS,
                    (origin, declared) -> plainStart(origin).equals(declared),
            Fault.CORS_UNESCAPED_DOT, (origin, declared) -> Pattern.matches(declared, origin));

    private CorsComparison() {}

    static boolean admits(Shape shape, CorsPolicy policy, String origin) {
        return listed(shape, policy).contains(origin)
                || policy.originPatterns().stream().anyMatch(pattern -> isMeant(pattern, origin))
                || policy.origins().stream().anyMatch(declared -> isTakenFor(shape, origin, declared));
    }

    /** One list for every environment of an edge is a fault of its own. */
    static boolean admitsAsSibling(Shape shape, Environment environment, String origin) {
        return shape.shows(Fault.CORS_SIBLING_ORIGIN)
                && shape.system().environments().stream()
                        .filter(sibling -> sibling.edge().equals(environment.edge()))
                        .flatMap(sibling -> sibling.cors().stream())
                        .anyMatch(policy -> admits(shape, policy, origin));
    }

    /** With the fault, the first of several declared origins ends with a slash, which no browser sends. */
    private static List<String> listed(Shape shape, CorsPolicy policy) {
        boolean withSlash = shape.shows(Fault.CORS_DECLARED_ORIGIN_REFUSED)
                && policy.origins().size() > 1;
        return withSlash
                ? Stream.concat(
                                policy.origins().stream().limit(1).map(first -> first + "/"),
                                policy.origins().stream().skip(1))
                        .toList()
                : policy.origins();
    }

    /** A star stands for one label of a host name. */
    private static boolean isMeant(String pattern, String origin) {
        String expression =
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[a-z0-9-]+"));
        return Pattern.matches(expression, origin);
    }

    private static boolean isTakenFor(Shape shape, String origin, String declared) {
        return LAX.entrySet().stream()
                .anyMatch(lax -> shape.shows(lax.getKey()) && lax.getValue().test(origin, declared));
    }

    private static String authority(String origin) {
        return origin.substring(origin.indexOf("://") + 1).replaceFirst("^//", "");
    }

    private static String portless(String origin) {
        return origin.replaceFirst(":\\d+$", "");
    }

    /** Up to the first character that a careless parser does not expect. */
    private static String plainStart(String origin) {
        return origin.split("[^A-Za-z0-9.:/-]", 2)[0];
    }
}
