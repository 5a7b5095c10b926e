package dev.envproof.rule;

import dev.envproof.environment.ContractVariable;
import dev.envproof.environment.Environment.Exposure;
import dev.envproof.environment.Health;
import dev.envproof.environment.Parity;
import dev.envproof.environment.Target;
import dev.envproof.environment.ValueType;
import dev.envproof.probe.parity.SettingsProbe;
import java.util.Optional;
import java.util.function.Predicate;

/** What the parity contract of a target's system declares. */
final class ContractNeeds {
    private ContractNeeds() {}

    static boolean compares(Target target) {
        return has(target, parity -> parity.of().contains(target.environment().name()));
    }

    static boolean seesVariables(Target target) {
        return has(target, parity -> !parity.variables().isEmpty()) && SettingsProbe.hasOwnVariables(target);
    }

    static boolean isClosed(Target target) {
        return has(target, Parity::isClosed);
    }

    static boolean hasValues(Target target) {
        return seesOne(target, ContractVariable::isJudgedAlone);
    }

    static boolean hasCompared(Target target) {
        return seesOne(target, ContractVariable::isCompared);
    }

    static boolean hasModes(Target target) {
        return seesOne(target, variable -> variable.as() == ValueType.MODE);
    }

    static boolean tellsBuilds(Target target) {
        return target.system().health().flatMap(Health::version).isPresent();
    }

    static boolean namesBuild(Target target) {
        String name = target.environment().name();
        return has(
                target,
                parity -> parity.build().named().containsKey(name)
                        || parity.build().version().containsKey(name));
    }

    static boolean wantsOneBuild(Target target) {
        return has(target, parity -> parity.build().isEqual());
    }

    /** In the deployment's variables, or on the page that tells it. */
    private static boolean seesOne(Target target, Predicate<ContractVariable> wanted) {
        return has(
                target,
                parity -> parity.variables().stream()
                        .filter(wanted)
                        .anyMatch(variable -> SettingsProbe.hasOwnVariables(target) || isTold(parity, variable)));
    }

    static boolean describesApi(Target target) {
        return target.environment().apiDocumentation() == Exposure.OPEN
                && !target.system().apiDocumentation().isEmpty();
    }

    private static boolean isTold(Parity parity, ContractVariable variable) {
        return parity.toldBy()
                .filter(told -> told.values().containsKey(variable.name()))
                .isPresent();
    }

    private static boolean has(Target target, Predicate<Parity> declares) {
        Optional<Parity> parity = target.system().parity();
        return parity.filter(declares).isPresent();
    }
}
