package dev.envproof.probe.secrets;

import dev.envproof.environment.DeclaredSecret;
import dev.envproof.environment.DeclaredSecret.Kind;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Store;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.SystemUnderTest.Service;
import dev.envproof.environment.Target;
import dev.envproof.environment.Variables;
import dev.envproof.probe.Fingerprints;
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
        Eye eye = eye(target.system(), lookout.fingerprints());
        boolean isFromRunner = target.engine() == Target.Engine.REMOTE
                && target.environment().variablesFrom().isEmpty();
        Presence absent = isFromRunner ? Presence.NOT_VISIBLE : Presence.UNSET;
        List<Sighting> declared = declared(target.environment(), target.variables(), absent, eye);
        return new Seen(clock.instant(), isFromRunner, declared, undeclared(target.system(), target.variables(), eye));
    }

    /** What a process sees of an environment's declared secrets, wherever that is deployed. */
    public static List<Sighting> declared(
            SystemUnderTest system, Environment environment, Variables variables, Fingerprints fingerprints) {
        Presence absent = environment.variablesFrom().isEmpty() ? Presence.NOT_VISIBLE : Presence.UNSET;
        return declared(environment, variables, absent, eye(system, fingerprints));
    }

    private static List<Sighting> declared(Environment environment, Variables variables, Presence absent, Eye eye) {
        return Slot.of(environment).stream()
                .flatMap(slot -> sightings(slot, variables, absent, eye))
                .toList();
    }

    private static Eye eye(SystemUnderTest system, Fingerprints fingerprints) {
        return new Eye(fingerprints, names(system), words(system));
    }

    /** The variable that is in force, and beside it a legacy one that still holds something. */
    private static Stream<Sighting> sightings(Slot slot, Variables variables, Presence absent, Eye eye) {
        List<Sighting> seen = new ArrayList<>();
        slot.variables()
                .forEach(variable ->
                        variables.value(variable).ifPresent(value -> seen.add(eye.see(variable, slot, value))));
        return seen.isEmpty()
                ? Stream.of(Sighting.without(slot.secret().variable(), slot.secret(), absent))
                : seen.stream();
    }

    /** Variables that no environment of the system declares: a secret may hide under any name. */
    public static List<Sighting> undeclared(SystemUnderTest system, Variables variables, Fingerprints fingerprints) {
        return undeclared(system, variables, eye(system, fingerprints));
    }

    private static List<Sighting> undeclared(SystemUnderTest system, Variables variables, Eye eye) {
        Set<String> declared = system.environments().stream()
                .flatMap(environment -> Slot.of(environment).stream().flatMap(Slot::variables))
                .collect(Collectors.toUnmodifiableSet());
        return variables.asMap().entrySet().stream()
                .filter(variable -> !declared.contains(variable.getKey()))
                .map(variable -> eye.see(
                        variable.getKey(),
                        new Slot(DeclaredSecret.of(variable.getKey(), Kind.OPAQUE), true, Optional.empty()),
                        variable.getValue()))
                .filter(sighting -> sighting.isSecret()
                        && sighting.length().filter(length -> length.from() > 0).isPresent())
                .toList();
    }

    private static Set<String> words(SystemUnderTest system) {
        return Stream.of(
                        Stream.of(system.name()),
                        system.services().stream().map(Service::name),
                        system.stores().stream().map(Store::name))
                .flatMap(names -> names)
                .flatMap(name -> Words.in(name).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> names(SystemUnderTest system) {
        return system.environments().stream().flatMap(SecretsProbe::names).collect(Collectors.toUnmodifiableSet());
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
