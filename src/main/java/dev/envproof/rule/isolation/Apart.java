package dev.envproof.rule.isolation;

import dev.envproof.environment.Environment;
import dev.envproof.probe.inspect.Container;
import dev.envproof.probe.inspect.InspectProbe;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The containers that two environments have for themselves: what serves both, such as an edge, joins them on purpose. */
record Apart(List<Container> one, List<Container> other) {

    /** Broken where any two containers are joined; {@code link} says by what. */
    static Verdict judge(
            Environment from,
            InspectProbe.Seen a,
            Environment to,
            InspectProbe.Seen b,
            String expected,
            BiFunction<Container, Container, Stream<String>> link) {
        Function<Apart, Verdict> judge = apart -> apart.judge(from, to, expected, link);
        Verdict verdict = a.containers()
                .fold(
                        one -> b.containers()
                                .fold(other -> judge.apply(of(from, one, to, other)), Verdict::inconclusive),
                        Verdict::inconclusive);
        return Absence.beside(verdict, a, b);
    }

    private static Apart of(Environment from, List<Container> one, Environment to, List<Container> other) {
        return new Apart(
                one.stream().filter(it -> !it.alsoOf().contains(to.name())).toList(),
                other.stream().filter(it -> !it.alsoOf().contains(from.name())).toList());
    }

    private Verdict judge(
            Environment from, Environment to, String expected, BiFunction<Container, Container, Stream<String>> link) {
        Optional<Environment> without =
                one.isEmpty() ? Optional.of(from) : Optional.of(to).filter(it -> other.isEmpty());
        if (without.isPresent()) {
            return Verdict.inconclusive("every container of " + without.get().name() + " serves its sibling too");
        }
        List<String> links = one.stream()
                .flatMap(first -> other.stream().flatMap(second -> link.apply(first, second)))
                .distinct()
                .toList();
        return links.isEmpty()
                ? Verdict.held(
                        one.size() + " containers of " + from.name() + " and " + other.size() + " of " + to.name())
                : Verdict.broken(expected, links.stream().limit(5).collect(Collectors.joining("; ")));
    }
}
