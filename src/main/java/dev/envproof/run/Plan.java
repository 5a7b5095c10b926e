package dev.envproof.run;

import dev.envproof.environment.Choice;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.NoTarget;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Target.Engine;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Targets.Where;
import dev.envproof.environment.UnknownName;
import dev.envproof.fault.Deviation;
import dev.envproof.suite.Shard;
import dev.envproof.suite.Suite;
import dev.envproof.suite.Suites;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run will verify: every name checked, every file read, nothing started.
 *
 * @param selected the environments that are verified
 * @param where how each selected environment is reached
 * @param engine what the replica runs on; empty where none is needed
 */
record Plan(
        SystemUnderTest system,
        List<Environment> selected,
        Map<String, Where> where,
        Suite suite,
        Optional<ReplicaEngine> engine,
        Set<Deviation> deviations,
        Shard shard) {
    /**
     * One of each system that is verified.
     *
     * @throws dev.envproof.environment.BadEnvironmentFiles where a file can't be used
     * @throws dev.envproof.environment.UnknownName where a flag names something that is not there
     * @throws NoTarget where an environment can't be reached as asked
     */
    static List<Plan> all(Flags flags, Map<String, String> processEnvironment) {
        Optional<String> engine = ReplicaEngine.named(flags.replica());
        Shard shard = shard(flags);
        List<String> systems = new Systems(flags).names();
        SeveralSystems.require(flags, systems);
        Map<String, Set<Deviation>> deviations = Deviations.of(flags.fault(), systems);
        Suite suite = suite(flags);
        List<Plan> plans = Selection.all(
                        flags, systems, processEnvironment, name -> overlay(deviations.getOrDefault(name, Set.of())))
                .stream()
                .filter(selection -> !selection.environments().isEmpty())
                .map(it -> of(
                        it,
                        flags,
                        engine,
                        suite,
                        deviations.getOrDefault(it.system().name(), Set.of()),
                        shard))
                .toList();
        SeveralSystems.requireOwnAddresses(plans);
        return plans;
    }

    private static Plan of(
            Selection selection,
            Flags flags,
            Optional<String> engine,
            Suite suite,
            Set<Deviation> deviations,
            Shard shard) {
        List<Environment> selected = selection.environments();
        Map<String, Where> where = Targets.decide(selected, flags.target());
        if (!deviations.isEmpty() && where.containsValue(Where.REMOTE)) {
            throw new NoTarget("-Dfault: only a replica commits faults; add -Dtarget=replica");
        }
        Optional<ReplicaEngine> replica = replica(engine, selected, where);
        if (!deviations.isEmpty()
                && replica.filter(it -> it.engine() == Engine.COMPOSE).isPresent()) {
            throw new NoTarget("-Dfault: images of your own commit no faults; add -Dreplica=embedded");
        }
        return new Plan(
                selection.system(), selected, where, suite.of(selection.system().name()), replica, deviations, shard);
    }

    private static Shard shard(Flags flags) {
        Shard shard = flags.shard().map(Shard::named).orElse(Shard.WHOLE);
        if (!shard.isWhole() && flags.hook().isPresent()) {
            throw new UnknownName("-Don.closed: a shard decides no gate; give it to `merge`");
        }
        if (!shard.isWhole() && !flags.history().equals(Flags.HISTORY)) {
            throw new UnknownName("-Dhistory: a shard adds nothing to it; give it to `merge`");
        }
        return shard;
    }

    private static Optional<ReplicaEngine> replica(
            Optional<String> engine, List<Environment> selected, Map<String, Where> where) {
        List<Environment> onReplica = selected.stream()
                .filter(environment -> where.get(environment.name()) == Where.REPLICA)
                .toList();
        return onReplica.isEmpty() ? Optional.empty() : Optional.of(ReplicaEngine.choose(engine, onReplica));
    }

    Set<String> names() {
        return selected.stream().map(Environment::name).collect(Collectors.toUnmodifiableSet());
    }

    List<Target> onlySelected(List<Target> targets) {
        return targets.stream()
                .filter(target -> names().contains(target.environment().name()))
                .toList();
    }

    /** Deployed environments that can be looked at: those selected as such, and siblings with a URL, for pairs. */
    List<Environment> deployed() {
        boolean any = where.containsValue(Where.REMOTE);
        return system.environments().stream()
                .filter(environment -> any && environment.deployedAt().isPresent())
                .filter(environment -> where.getOrDefault(environment.name(), Where.REMOTE) == Where.REMOTE)
                .toList();
    }

    /** Siblings that no selected environment is compared with, because a replica says nothing about a deployment. */
    List<Environment> notCompared() {
        Set<String> deployed = deployed().stream().map(Environment::name).collect(Collectors.toSet());
        return !where.containsValue(Where.REMOTE)
                ? List.of()
                : system.environments().stream()
                        .filter(environment -> !deployed.contains(environment.name()))
                        .toList();
    }

    /** As its file has it: of this system alone, {@link #suite} is. */
    static Suite suite(Flags flags) {
        Suites suites = new Suites(flags.folder().resolve("suites"));
        return suites.load(
                new Choice("-Dsuite", "suite", suites.names()).oneOf(flags.suite()),
                Environments.names(flags.folder().resolve("environments")));
    }

    private static Map<String, String> overlay(Set<Deviation> deviations) {
        Map<String, String> overlay = new HashMap<>();
        deviations.forEach(deviation -> overlay.putAll(deviation.overlay()));
        return overlay;
    }
}
