package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.probe.routing.HeaderCase.Kind;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The truth table of the routing header: every row for an edge's default environment, its own for each other. */
final class HeaderCases {
    private static final int LONG = 8 * 1024;
    private final SystemUnderTest system;
    private final Environment environment;

    HeaderCases(SystemUnderTest system, Environment environment) {
        this.system = system;
        this.environment = environment;
    }

    /** Rows that concern this environment; those about an edge as a whole come with its default environment. */
    List<HeaderCase> all() {
        List<HeaderCase> cases = new ArrayList<>();
        cases.add(value(environment.name()));
        cases.addAll(letterCases());
        if (isDefault()) {
            cases.add(absent());
            siblings().map(HeaderCases::value).forEach(cases::add);
            cases.addAll(unknown());
            sibling().ifPresent(other -> cases.addAll(several(environment.name(), other)));
        }
        return cases;
    }

    /** Rows for a service asked without its edge. */
    List<HeaderCase> brief() {
        return isDefault() ? List.of(value(environment.name()), absent()) : List.of(value(environment.name()));
    }

    private boolean isDefault() {
        return defaultName().equals(environment.name());
    }

    private String defaultName() {
        return system.edge(environment.edge()).map(Edge::defaultEnvironment).orElse(environment.name());
    }

    private Stream<String> siblings() {
        return system.environments().stream().map(Environment::name).filter(name -> !name.equals(environment.name()));
    }

    /** One other environment, rather of the same edge. */
    Optional<String> sibling() {
        return system.environments().stream()
                .filter(other -> other.edge().equals(environment.edge()))
                .map(Environment::name)
                .filter(name -> !name.equals(environment.name()))
                .findFirst()
                .or(() -> siblings().findFirst());
    }

    static HeaderCase value(String name) {
        return new HeaderCase(Kind.VALUE, "`" + name + "`", List.of(name), Set.of(name), Set.of(name));
    }

    HeaderCase absent() {
        return new HeaderCase(Kind.ABSENT, "no header", List.of(), Set.of(), Set.of(defaultName()));
    }

    private List<HeaderCase> letterCases() {
        String name = environment.name();
        String upper = name.toUpperCase(Locale.ROOT);
        String title = upper.charAt(0) + name.substring(1);
        String mixed = name.charAt(0) + upper.substring(1);
        return Stream.of(upper, title, mixed)
                .map(value ->
                        new HeaderCase(Kind.LETTER_CASE, "`" + value + "`", List.of(value), Set.of(name), Set.of(name)))
                .toList();
    }

    private List<HeaderCase> unknown() {
        String other = sibling().orElse(environment.name());
        String typo = other.substring(0, other.length() - 2) + other.substring(other.length() - 1);
        String random = "x" + Long.toUnsignedString(new SecureRandom().nextLong(), 36);
        return List.of(
                fallback(Kind.EMPTY, "an empty value", ""),
                fallback(Kind.UNKNOWN, "`" + typo + "`", typo),
                fallback(Kind.UNKNOWN, "a random word", random),
                fallback(Kind.UNKNOWN, "`" + other + "` with a word behind it", other + " x"),
                new HeaderCase(
                        Kind.PADDED,
                        "`" + other + "` between blanks",
                        List.of(" \t" + other + "\t "),
                        Set.of(other),
                        Set.of(other, defaultName())),
                fallback(Kind.LONG, "a value of 8 KB", "x".repeat(LONG)),
                fallback(Kind.CONTROL, "`" + other + "` with a control byte", other + "\u0001"));
    }

    private HeaderCase fallback(Kind kind, String says, String value) {
        return new HeaderCase(kind, says, List.of(value), Set.of(), Set.of(defaultName()));
    }

    private List<HeaderCase> several(String one, String other) {
        Set<String> names = Set.of(one, other);
        Set<String> fallback = Set.of(defaultName());
        return List.of(
                new HeaderCase(
                        Kind.SAME_TWICE,
                        "`" + other + "` in two lines",
                        List.of(other, other),
                        Set.of(other),
                        Set.of(other)),
                new HeaderCase(
                        Kind.CONFLICTING,
                        "`" + one + "`, then `" + other + "` in a second line",
                        List.of(one, other),
                        names,
                        fallback),
                new HeaderCase(
                        Kind.CONFLICTING,
                        "`" + other + "`, then `" + one + "` in a second line",
                        List.of(other, one),
                        names,
                        fallback),
                new HeaderCase(
                        Kind.LIST,
                        "`" + other + "," + one + "` in one line",
                        List.of(other + "," + one),
                        names,
                        fallback));
    }
}
