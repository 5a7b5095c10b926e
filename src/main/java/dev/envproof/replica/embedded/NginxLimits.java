package dev.envproof.replica.embedded;

import dev.envproof.environment.Environment;
import dev.envproof.environment.RateLimit;
import java.util.List;
import java.util.stream.Collectors;

/** In nginx's words: how often one caller may ask for one environment ({@link EdgeLimits}). */
final class NginxLimits {
    private static final int REFUSED = 429;

    private final Shape shape;
    private final int series;

    NginxLimits(Shape shape, int series) {
        this.shape = shape;
        this.series = series;
    }

    /** What stands in the http block. */
    String zones() {
        return shape.system().environments().stream()
                .map(environment -> EdgeLimits.of(shape, environment)
                        .map(limit -> zone(environment, limit))
                        .orElse(""))
                .collect(Collectors.joining());
    }

    /** The paths that any environment limits. */
    List<String> paths() {
        return shape.system().environments().stream()
                .flatMap(environment -> EdgeLimits.of(shape, environment).stream())
                .map(RateLimit::path)
                .distinct()
                .toList();
    }

    /** What stands in the location of a limited path. */
    String inLocation(String path) {
        return limits(path, (environment, limit) -> "limit_req zone=" + zoneName(environment) + burst(limit) + ";\n")
                + "limit_req_status " + REFUSED + ";\nerror_page " + REFUSED + " = " + answer(path) + ";\n"
                + NginxConf.errorPages();
    }

    /** The locations that tell a caller off, each with the status that the environment declares. */
    String answers() {
        return paths().stream()
                .map(path -> NginxConf.block(
                        "location " + answer(path),
                        "default_type application/json;\n"
                                + limits(path, NginxLimits::otherStatus)
                                + NginxConf.error(REFUSED, "too many requests")))
                .collect(Collectors.joining());
    }

    /** nginx takes one status for all the limits of a location. */
    private static String otherStatus(Environment environment, RateLimit limit) {
        return limit.status() == REFUSED
                ? ""
                : NginxConf.block(
                        "if ($chosen = " + environment.name() + ")",
                        NginxConf.error(limit.status(), "too many requests"));
    }

    private interface Line {
        String of(Environment environment, RateLimit limit);
    }

    private String limits(String path, Line line) {
        return shape.system().environments().stream()
                .map(environment -> EdgeLimits.of(shape, environment)
                        .filter(limit -> limit.path().equals(path))
                        .map(limit -> line.of(environment, limit))
                        .orElse(""))
                .collect(Collectors.joining());
    }

    private String zone(Environment environment, RateLimit limit) {
        String key = "$counts_" + NginxGuard.word(environment);
        return NginxGuard.map(
                        "\"$request_method:$chosen\"",
                        key,
                        "default \"\";\n\"~^(?!OPTIONS:)[^:]*:" + environment.name() + "$\" $binary_remote_addr;\n")
                + "limit_req_zone " + key + " zone=" + zoneName(environment) + ":1m rate=" + limit.perSecond()
                + "r/s;\n";
    }

    private String zoneName(Environment environment) {
        return environment.name() + "_" + series;
    }

    /** nginx knows no burst of nothing. */
    private static String burst(RateLimit limit) {
        return limit.burst() > 0 ? " burst=" + limit.burst() + " nodelay" : "";
    }

    private static String answer(String path) {
        return "@limited" + path.replaceAll("[^A-Za-z0-9]", "_");
    }
}
