package dev.envproof.probe.cors;

import dev.envproof.environment.CorsPolicy;
import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Origins that files declare: exact ones, and patterns with a star for one label of a host name. */
public record DeclaredOrigins(List<String> exact, List<String> patterns) {
    public DeclaredOrigins {
        exact = List.copyOf(exact);
        patterns = List.copyOf(patterns);
    }

    public static DeclaredOrigins of(Environment environment) {
        return of(Stream.of(environment));
    }

    /** Those of every environment behind the edge: a preflight has no routing header, so any of them may be meant. */
    static DeclaredOrigins behind(SystemUnderTest system, String edge) {
        return of(system.environments().stream()
                .filter(environment -> environment.edge().equals(edge)));
    }

    /** Origins of other environments that this one does not declare; those on localhost are nobody's in particular. */
    public static List<String> onlyOfSiblings(SystemUnderTest system, Environment environment) {
        DeclaredOrigins own = of(environment);
        return of(system.environments().stream().filter(other -> !other.name().equals(environment.name())))
                .controls("any")
                .stream()
                .filter(origin -> !own.admit(origin))
                .filter(origin ->
                        WebOrigin.parse(origin).filter(WebOrigin::isLocal).isEmpty())
                .toList();
    }

    private static DeclaredOrigins of(Stream<Environment> environments) {
        List<CorsPolicy> policies =
                environments.flatMap(environment -> environment.cors().stream()).toList();
        return new DeclaredOrigins(
                policies.stream()
                        .flatMap(policy -> policy.origins().stream())
                        .distinct()
                        .toList(),
                policies.stream()
                        .flatMap(policy -> policy.originPatterns().stream())
                        .distinct()
                        .toList());
    }

    boolean admit(String origin) {
        return exact.contains(origin)
                || patterns.stream()
                        .anyMatch(pattern -> expression(pattern).matcher(origin).matches());
    }

    /** The exact origins, and one that each pattern means, with the given label for the star. */
    List<String> controls(String label) {
        return Stream.concat(exact.stream(), patterns.stream().map(pattern -> pattern.replace("*", label)))
                .toList();
    }

    /** What stands behind the star of each pattern. */
    List<WebOrigin> starless() {
        return patterns.stream()
                .map(pattern -> WebOrigin.parse(pattern.replace("*.", "")))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether a host is below a declared one, so that admitting every subdomain admits it. */
    boolean isAbove(String host) {
        return Stream.concat(exact.stream().map(WebOrigin::parse).flatMap(Optional::stream), starless().stream())
                .anyMatch(declared -> host.endsWith("." + declared.host()));
    }

    /** Whether one is on the visitor's own machine. */
    public boolean anyIsLocal() {
        return hosts().anyMatch(WebOrigin::isLocal);
    }

    public boolean anyHasADot() {
        return hosts().anyMatch(origin -> origin.host().contains("."));
    }

    private Stream<WebOrigin> hosts() {
        return controls("any").stream().map(WebOrigin::parse).flatMap(Optional::stream);
    }

    private static Pattern expression(String pattern) {
        return Pattern.compile(
                Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^./:@]+")));
    }
}
