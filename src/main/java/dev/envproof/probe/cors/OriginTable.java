package dev.envproof.probe.cors;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.probe.cors.CorsAnswer.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The origins to try at one environment.
 *
 * @param own what the environment declares; its real requests are judged by it
 * @param shared what every environment behind its edge declares; preflights are judged by it
 * @param siblings what the other environments of the system declare
 * @param label a host label that nobody else uses
 */
record OriginTable(DeclaredOrigins own, DeclaredOrigins shared, List<String> siblings, String label) {
    private static final List<String> LOCALHOSTS = List.of(
            "http://localhost:3000",
            "http://localhost:5173",
            "http://localhost",
            "https://localhost",
            "http://localhost:4200",
            "http://localhost:8080",
            "http://127.0.0.1",
            "http://127.0.0.1:3000",
            "http://127.0.0.1:5173",
            "http://[::1]:3000",
            "http://0.0.0.0:3000",
            "capacitor://localhost");
    /** Origins of pages that no web site serves: a file, and a browser's extension. */
    private static final List<String> NOT_OF_THE_WEB =
            List.of("file://", "chrome-extension://abcdefghijklmnopabcdefghijklmnop");

    OriginTable {
        siblings = List.copyOf(siblings);
    }

    static OriginTable of(Target target, String label) {
        SystemUnderTest system = target.system();
        Environment environment = target.environment();
        List<String> siblings = system.environments().stream()
                .filter(other -> !other.name().equals(environment.name()))
                .flatMap(other -> DeclaredOrigins.of(other).controls(label).stream())
                .distinct()
                .toList();
        return new OriginTable(
                DeclaredOrigins.of(environment), DeclaredOrigins.behind(system, environment.edge()), siblings, label);
    }

    List<TriedOrigin> declared() {
        return tried(OriginShape.DECLARED, own.controls(label));
    }

    List<TriedOrigin> foreign() {
        return tried(OriginShape.FOREIGN, List.of("https://" + label + ".example"));
    }

    List<TriedOrigin> opaque() {
        return tried(OriginShape.NULL, List.of("null"));
    }

    /** Most likely ones first: those that a sibling environment declares. */
    List<TriedOrigin> localhosts() {
        Stream<String> regexLeftOpen = Stream.of("http://localhost." + label + ".example");
        Stream<String> all = Stream.of(
                        siblings.stream().filter(OriginTable::isLocal), LOCALHOSTS.stream(), regexLeftOpen)
                .flatMap(origins -> origins)
                .distinct();
        return own.anyIsLocal() ? List.of() : tried(OriginShape.LOCALHOST, all.toList());
    }

    List<TriedOrigin> ofSiblings() {
        return tried(
                OriginShape.SIBLING,
                siblings.stream().filter(origin -> !isLocal(origin)).toList());
    }

    /** What tells whether a sibling's origin is admitted only because it resembles a declared one. */
    List<TriedOrigin> besideSiblings() {
        return lookalikes()
                .flatMap(lookalike -> Stream.concat(
                        Stream.of(
                                lookalike.suffixes().get(0),
                                lookalike.subdomains().get(0)),
                        lookalike.neighbours().stream()))
                .toList();
    }

    /** Everything that resembles a declared origin; odd characters for the first declared one only. */
    List<TriedOrigin> lookalike() {
        List<TriedOrigin> all = new ArrayList<>();
        lookalikes()
                .flatMap(lookalike -> lookalike.all().stream())
                .filter(tried -> tried.shape() != OriginShape.ODD_CHARACTER)
                .forEach(all::add);
        own.starless().forEach(origin -> all.addAll(new LookalikeOrigins(origin, label).suffixes()));
        lookalikes().limit(1).flatMap(lookalike -> lookalike.all().stream()).forEach(all::add);
        all.addAll(tried(OriginShape.OTHER_SCHEME, NOT_OF_THE_WEB));
        return all.stream().distinct().toList();
    }

    /** The first of each shape that {@link #lookalike} has. */
    List<TriedOrigin> oneOfEachShape() {
        Set<OriginShape> found = EnumSet.noneOf(OriginShape.class);
        return lookalike().stream()
                .filter(tried -> isForeign(tried, Kind.REAL) && found.add(tried.shape()))
                .toList();
    }

    /** Whether nothing declared means this origin, and no wider shape is the better name for it. */
    boolean isForeign(TriedOrigin tried, Kind kind) {
        DeclaredOrigins declared = kind == Kind.REAL ? own : shared;
        boolean below = (tried.shape() == OriginShape.SUFFIX || tried.shape() == OriginShape.NEIGHBOUR)
                && WebOrigin.parse(tried.value())
                        .map(origin -> declared.isAbove(origin.host()))
                        .orElse(false);
        return !declared.admit(tried.value()) && !below;
    }

    private Stream<LookalikeOrigins> lookalikes() {
        return own.controls(label).stream()
                .map(WebOrigin::parse)
                .flatMap(Optional::stream)
                .map(origin -> new LookalikeOrigins(origin, label));
    }

    private static boolean isLocal(String origin) {
        return WebOrigin.parse(origin).map(WebOrigin::isLocal).orElse(false);
    }

    private static List<TriedOrigin> tried(OriginShape shape, List<String> values) {
        return values.stream().map(value -> new TriedOrigin(value, shape)).toList();
    }
}
