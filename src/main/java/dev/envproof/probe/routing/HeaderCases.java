package dev.envproof.probe.routing;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Edge;
import dev.envproof.probe.routing.HeaderCase.Kind;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The truth table of the routing header: every row for an edge's default environment, its own for each other. */
final class HeaderCases {
    private static final int LONG = 8 * 1024;
    private final SystemUnderTest system;
    private final Environment environment;
    private final Predicate<String> choosable;

    /** @param choosable whether this run can choose an environment, and recognise it by its stores */
    HeaderCases(SystemUnderTest system, Environment environment, Predicate<String> choosable) {
        this.system = system;
        this.environment = environment;
        this.choosable = choosable;
    }

    /** Rows that concern this environment; those about an edge as a whole come with its default environment. */
    List<HeaderCase> all() {
        List<HeaderCase> cases = new ArrayList<>();
        cases.add(value(environment.name()));
        cases.addAll(letterCases());
        if (isDefault()) {
            cases.add(absent());
            siblings().filter(choosable).map(HeaderCases::value).forEach(cases::add);
            cases.addAll(unknown());
            cases.addAll(several(environment.name(), other()));
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

    /** The name of one other environment, else, in a system of one, a name that is not declared. */
    String other() {
        return sibling().orElseGet(() -> typo(environment.name()));
    }

    /** One other environment, rather one that can be chosen, and rather of the same edge. */
    private Optional<String> sibling() {
        return siblings()
                .min(Comparator.comparing((String name) -> !choosable.test(name))
                        .thenComparing(name -> !isOfThisEdge(name)));
    }

    private boolean isOfThisEdge(String name) {
        return system.environment(name)
                .filter(other -> other.edge().equals(environment.edge()))
                .isPresent();
    }

    /** An environment whose answer can be recognised: a sibling where the run can choose one. */
    private String recognised() {
        return sibling().filter(choosable).orElse(environment.name());
    }

    private static String typo(String name) {
        return name + name.charAt(name.length() - 1);
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
        String typo = typo(other);
        String padded = recognised();
        String random = "x" + Long.toUnsignedString(new SecureRandom().nextLong(), 36);
        return List.of(
                fallback(Kind.EMPTY, "an empty value", ""),
                fallback(Kind.UNKNOWN, "`" + typo + "`", typo),
                fallback(Kind.UNKNOWN, "a random word", random),
                // what looking a client up in a JavaScript object finds
                fallback(Kind.UNKNOWN, "`constructor`", "constructor"),
                fallback(Kind.UNKNOWN, "`" + other + "` with a word behind it", other + " x"),
                new HeaderCase(
                        Kind.PADDED,
                        "`" + padded + "` between blanks",
                        List.of(" \t" + padded + "\t "),
                        Set.of(padded),
                        padded.equals(defaultName()) ? Set.of(padded) : Set.of(padded, defaultName())),
                fallback(Kind.LONG, "a value of 8 KB", "x".repeat(LONG)),
                fallback(Kind.CONTROL, "`" + other + "` with a control byte", other + "\u0001"));
    }

    private HeaderCase fallback(Kind kind, String says, String value) {
        return new HeaderCase(kind, says, List.of(value), Set.of(), Set.of(defaultName()));
    }

    private List<HeaderCase> several(String one, String other) {
        Set<String> names = Set.of(one, other);
        Set<String> fallback = Set.of(defaultName());
        String shared = recognised();
        return List.of(
                new HeaderCase(
                        Kind.SAME_TWICE,
                        "`" + shared + "` in two lines",
                        List.of(shared, shared),
                        Set.of(shared),
                        Set.of(shared)),
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
