package dev.envproof.rule.secrets;

import dev.envproof.probe.secrets.Shape;
import dev.envproof.probe.secrets.Sighting;
import dev.envproof.probe.secrets.Sighting.Presence;
import dev.envproof.rule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Judges one secret after the other, and leaves open what this run cannot see. */
final class EachSecret {
    private EachSecret() {}

    /**
     * @param concerns which slots the rule is about; the others are passed over
     * @param fault what is wrong with a secret that is set, in words that follow its variable and a colon
     */
    static Verdict judge(
            List<Sighting> sightings,
            Predicate<Sighting> concerns,
            String expected,
            Function<Sighting, Optional<String>> fault) {
        List<Sighting> concerned = sightings.stream().filter(concerns).toList();
        if (concerned.isEmpty()) {
            return Verdict.held("no secret that this is about");
        }
        return Verdict.all(concerned.stream()
                .map(sighting -> judge(sighting, expected, fault))
                .toList());
    }

    private static Verdict judge(Sighting sighting, String expected, Function<Sighting, Optional<String>> fault) {
        return switch (sighting.presence()) {
            case NOT_VISIBLE -> notVisible(sighting);
            case UNSET, EMPTY -> Verdict.held(sighting.variable() + ": no value, which other rules judge");
            case SET ->
                fault.apply(sighting)
                        .map(wrong -> Verdict.broken(expected, sighting.variable() + ": " + wrong))
                        .orElseGet(() -> Verdict.held(sighting.variable() + ": as expected"));
        };
    }

    /** An optional secret that nobody gave may well be unset. */
    static Verdict notVisible(Sighting sighting) {
        String variable = sighting.variable();
        return sighting.secret().isOptional()
                ? Verdict.held(variable + ": optional, and not given to this run")
                : Verdict.inconclusive(variable + ": not visible to this run; set " + variable
                        + " where the run starts, to the value that the deployment has");
    }

    /** The shapes of a sighting that a rule is about, in words. */
    static Optional<String> shapes(Sighting sighting, Predicate<Shape> concerns) {
        String shapes = sighting.shapes().stream()
                .filter(concerns)
                .sorted()
                .map(Shape::says)
                .collect(Collectors.joining(", "));
        return sighting.presence() == Presence.SET && !shapes.isEmpty() ? Optional.of(shapes) : Optional.empty();
    }
}
