package dev.envproof.fingerprint;

import dev.envproof.environment.Environment;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.Targets;
import dev.envproof.environment.Variables;
import dev.envproof.probe.secrets.SecretsProbe;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a runner tells another of one environment's secrets: whoever has the file and not the passphrase can try no guess
 * at any of them.
 *
 * @param check equal in two files where their keys are equal
 * @param names of all environments of the system: what is cut from a secret's ends before it is compared
 * @param written when, in ISO 8601
 * @param secrets one a declared variable
 */
public record FingerprintFile(
        String system, String environment, String check, List<String> names, String written, List<Held> secrets) {
    static final int VERSION = 1;

    public FingerprintFile {
        names = List.copyOf(names);
        secrets = List.copyOf(secrets);
    }

    /**
     * Looks at the environment's declared variables as far as this process has them.
     *
     * @param variables of this process; the passphrase is among them
     * @throws UnfitFingerprints where there is no passphrase, or none of the secrets
     */
    public static FingerprintFile of(
            SystemUnderTest system, Environment environment, Map<String, String> variables, Instant now) {
        return of(system, environment, variables, now, SharedKey.ITERATIONS);
    }

    static FingerprintFile of(
            SystemUnderTest system,
            Environment environment,
            Map<String, String> variables,
            Instant now,
            int iterations) {
        SharedKey key = SharedKey.of(system.name(), variables, iterations);
        Variables seen = Targets.variables(system, environment, variables);
        boolean fromProcess = environment.variablesFrom().isEmpty();
        List<Held> secrets = Stream.concat(
                        SecretsProbe.declared(system, environment, seen, key.fingerprints()).stream()
                                .map(sighting -> Held.of(sighting, fromProcess)),
                        SecretsProbe.undeclared(system, seen, key.fingerprints()).stream()
                                .map(Held::undeclared))
                .toList();
        if (secrets.stream().noneMatch(held -> held.state() == Held.State.SECRET)) {
            throw new UnfitFingerprints(environment.name() + ": this process has none of its secrets; accepted: one or"
                    + " more of the variables "
                    + String.join(", ", secrets.stream().map(Held::variable).toList()));
        }
        return new FingerprintFile(
                system.name(),
                environment.name(),
                key.check(),
                system.environments().stream().map(Environment::name).sorted().toList(),
                now.toString(),
                secrets);
    }

    /** How many secrets there are to compare. */
    public long count() {
        return secrets.stream()
                .filter(held -> held.state() == Held.State.SECRET)
                .count();
    }

    /** Variables that were not given, though the environment must have them. */
    public List<String> notVisible() {
        return secrets.stream()
                .filter(held -> held.state() == Held.State.NOT_VISIBLE)
                .map(Held::variable)
                .toList();
    }

    /** The file's content, to be printed as JSON. */
    public Map<String, Object> tree() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("envproofFingerprints", VERSION);
        tree.put("system", system);
        tree.put("environment", environment);
        tree.put("written", written);
        tree.put("names", names);
        tree.put("key", SharedKey.derivation(SharedKey.ITERATIONS));
        tree.put("check", check);
        tree.put("secrets", secrets.stream().map(FingerprintFile::tree).toList());
        return tree;
    }

    private static Map<String, Object> tree(Held held) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("variable", held.variable());
        tree.put("state", held.state().word());
        if (!held.fingerprints().isEmpty()) {
            tree.put("fingerprints", held.fingerprints().stream().sorted().toList());
        }
        return tree;
    }
}
