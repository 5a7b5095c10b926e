package dev.envproof.probe.secrets;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.probe.Lookout;
import dev.envproof.probe.Probe;
import dev.envproof.probe.secrets.Sighting.Presence;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at every variable that gives an environment a secret, and at once forgets the values. */
public final class SecretsProbe implements Probe<SecretsProbe.Seen> {
    private final Clock clock;

    public SecretsProbe() {
        this(Clock.systemUTC());
    }

    SecretsProbe(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Class<Seen> sees() {
        return Seen.class;
    }

    @Override
    public Seen look(Target target, Lookout lookout) {
        Eye eye = new Eye(lookout.fingerprints(), names(target), words(target));
        List<Sighting> declared = Slot.of(target.environment()).stream()
                .flatMap(slot -> sightings(slot, target, eye))
                .toList();
        return new Seen(clock.instant(), target.engine() == Target.Engine.REMOTE, declared, undeclared(target, eye));
    }

    /** The variable that is in force, and beside it a legacy one that still holds something. */
    private static Stream<Sighting> sightings(Slot slot, Target target, Eye eye) {
        List<Sighting> seen = new ArrayList<>();
        slot.variables()
                .forEach(variable -> target.variables()
                        .value(variable)
                        .ifPresent(value -> seen.add(eye.see(variable, slot, value))));
        return seen.isEmpty() ? Stream.of(absent(slot.secret(), target)) : seen.stream();
    }

    private static Sighting absent(DeclaredSecret secret, Target target) {
        Presence presence = target.engine() == Target.Engine.REMOTE ? Presence.NOT_VISIBLE : Presence.UNSET;
        return Sighting.without(secret.variable(), secret, presence);
    }

    /** Variables that no environment of the system declares: a secret may hide under any name. */
    private static List<Sighting> undeclared(Target target, Eye eye) {
        Set<String> declared = target.system().environments().stream()
                .flatMap(environment -> Slot.of(environment).stream().flatMap(Slot::variables))
                .collect(Collectors.toUnmodifiableSet());
        return target.variables().asMap().entrySet().stream()
                .filter(variable -> !declared.contains(variable.getKey()))
                .map(variable -> eye.see(
                        variable.getKey(),
                        new Slot(DeclaredSecret.of(variable.getKey(), Kind.OPAQUE), true, Optional.empty()),
                        variable.getValue()))
                .filter(sighting -> sighting.isSecret()
                        && sighting.length().filter(length -> length.from() > 0).isPresent())
                .toList();
    }

    private static Set<String> words(Target target) {
        return Stream.of(
                        Stream.of(target.system().name()),
                        target.system().services().stream().map(Service::name),
                        target.system().stores().stream().map(Store::name))
                .flatMap(names -> names)
                .flatMap(name -> Words.in(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(Target target) {
        return target.system().environments().stream()
                .flatMap(SecretsProbe::names)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(Environment environment) {
        return Stream.concat(Stream.of(environment.name()), environment.aliases().stream());
    }

    /**
     * What is known of an environment's secrets.
     *
     * @param at when it was looked
     * @param fromRunner whether the values come from the environment of this run, not from the deployment itself
     * @param declared of the variables that the environment's file names, in its order
     * @param undeclared of the others, as far as they hold what could be a secret
     */
    public record Seen(Instant at, boolean fromRunner, List<Sighting> declared, List<Sighting> undeclared)
            implements dev.envproof.probe.Seen {
        public Seen {
            declared = List.copyOf(declared);
            undeclared = List.copyOf(undeclared);
        }
    }
}
