package dev.envproof.run;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Environments;
import dev.envproof.environment.SecretValues;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Target;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Variables;
import dev.envproof.evidence.Redaction;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What no run may tell, whoever says it to the run: a service, a hook, a shard. */
final class Hiding {
    private Hiding() {}

    /** The secrets of every environment of the system: also of one that this run does not reach, which may still leak. */
    static Redaction ofSystem(SystemUnderTest system, List<Target> targets, Map<String, String> processEnvironment) {
        Map<String, String> secrets = new TreeMap<>();
        system.environments()
                .forEach(it -> secrets.putAll(SecretValues.of(it, variables(system, it, processEnvironment))));
        Redaction ofTargets = Redaction.union(targets.stream()
                .map(Target::secrets)
                .map(Redaction::ofVariables)
                .toList());
        return Redaction.union(List.of(ofTargets, Redaction.ofVariables(secrets)));
    }

    /** As far as this process knows them before any replica is up: one system's may leak where another is looked at. */
    static Redaction ofSystems(List<Plan> plans, Map<String, String> processEnvironment) {
        return Redaction.union(plans.stream()
                .map(plan -> ofSystem(plan.system(), List.of(), processEnvironment))
                .toList());
    }

    /** And whatever this process holds under a secret's name: what it starts has all of that. */
    static Redaction ofProcess(Redaction known, Map<String, String> processEnvironment) {
        return Redaction.union(List.of(known, Redaction.ofVariables(SecretValues.ofProcess(processEnvironment))));
    }

    /** Of a system that this process only knows by its name. */
    static Redaction ofSystem(Path folder, String system, Map<String, String> processEnvironment) {
        try {
            Path files = folder.resolve("environments").resolve(system);
            SystemUnderTest loaded = Environments.load(files, processEnvironment, Map.of());
            return ofSystem(loaded, List.of(), processEnvironment);
        } catch (BadEnvironmentFiles notForThisProcess) {
            // a variable that only the shards have: then its secrets are not here either
            return Redaction.of(List.of());
        }
    }

    /** A file that is not here tells this process nothing that it could tell on. */
    private static Variables variables(
            SystemUnderTest system, Environment environment, Map<String, String> processEnvironment) {
        try {
            return Targets.variables(system, environment, processEnvironment);
        } catch (BadEnvironmentFiles notHere) {
            return new Variables(Map.of());
        }
    }
}
