package dev.envproof.replica.embedded;

import dev.envproof.environment.ContractVariable;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Parity;
import dev.envproof.environment.Parity.Comparison;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.environment.ValueType;
import dev.envproof.fault.Deviation;
import dev.envproof.fault.Fault;
import dev.envproof.fault.ParityLookAlike;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Drift of variables, and differences that are none: each changes the values of one deployment. */
final class ParityFaults {
    private static final String TRIAL = "FEATURE_TRIAL";

    private final SystemUnderTest system;
    private final Map<String, String> values;

    private ParityFaults(SystemUnderTest system, Map<String, String> values) {
        this.system = system;
        this.values = values;
    }

    /** @param values the healthy ones of an environment's deployment, to be changed in place */
    static void put(
            SystemUnderTest system, Environment environment, Set<Deviation> deviations, Map<String, String> values) {
        ParityFaults faults = new ParityFaults(system, values);
        for (Deviation deviation : deviations) {
            if (environment.name().equals("production")) {
                faults.inProduction(deviation);
            } else if (environment.name().equals("staging")) {
                faults.drift(deviation);
                faults.difference(deviation);
            }
        }
    }

    private void inProduction(Deviation deviation) {
        if (deviation == Fault.PARITY_LEVEL_UNDECLARED) {
            last(variable -> variable.as() == ValueType.LEVEL, value -> "debug");
        }
    }

    private void drift(Deviation deviation) {
        if (deviation == Fault.PARITY_VARIABLE_MISSING) {
            plain(variable -> !variable.isOptional() && variable.isDeclared())
                    .limit(1)
                    .forEach(values.keySet()::remove);
        } else if (deviation == Fault.PARITY_VARIABLE_UNKNOWN
                || deviation == ParityLookAlike.PARITY_NEW_VARIABLE_NAMED) {
            values.put(TRIAL, "on");
        } else if (deviation == Fault.PARITY_POOL_SMALLER) {
            last(variable -> variable.as() == ValueType.NUMBER && variable.isDeclared(), value -> "15");
        } else if (deviation == Fault.PARITY_VALUE_DIFFERS) {
            last(variable -> isCompared(variable, Comparison.EQUAL) && variable.as() == ValueType.NUMBER, value -> "6");
        } else if (deviation == Fault.PARITY_VALUE_COPIED) {
            copyOfProduction();
        } else if (deviation == Fault.PARITY_ORDER_REVERSED) {
            last(variable -> isCompared(variable, Comparison.ORDERED), value -> "64");
        } else if (deviation == Fault.PARITY_MODE_OF_DEVELOPERS || deviation == ParityLookAlike.PARITY_MODE_DECLARED) {
            last(variable -> variable.as() == ValueType.MODE, value -> "dev");
        }
    }

    private void difference(Deviation deviation) {
        if (deviation == ParityLookAlike.PARITY_OPTIONAL_VARIABLE_MISSING) {
            plain(ContractVariable::isOptional).forEach(values.keySet()::remove);
        } else if (deviation == ParityLookAlike.PARITY_VALUE_WRITTEN_OTHERWISE) {
            each(ValueType.DURATION, value -> value + "s");
            each(ValueType.NUMBER, value -> '"' + value + '"');
            each(ValueType.FLAG, value -> value.toUpperCase(Locale.ROOT));
            each(ValueType.ZONE, value -> "Etc/UTC");
        } else if (deviation == ParityLookAlike.PARITY_LIST_IN_ANOTHER_ORDER) {
            each(ValueType.LIST, ParityFaults::reversed);
        } else if (deviation == ParityLookAlike.PARITY_LEVEL_DECLARED) {
            each(ValueType.LEVEL, value -> value.toUpperCase(Locale.ROOT));
        }
    }

    private void copyOfProduction() {
        system.environment("production")
                .ifPresent(production -> variables()
                        .filter(variable -> isCompared(variable, Comparison.MUST_DIFFER) && isPlain(variable))
                        .limit(1)
                        .forEach(variable ->
                                values.put(variable.name(), new ParityVariables(system).value(variable, production))));
    }

    private static boolean isCompared(ContractVariable variable, Comparison compare) {
        return variable.isCompared() && variable.compare() == compare;
    }

    /** The last variable of a kind: the contract's most telling one stands last there. */
    private void last(Predicate<ContractVariable> wanted, UnaryOperator<String> change) {
        List<String> names = plain(wanted).toList();
        if (!names.isEmpty()) {
            values.computeIfPresent(names.get(names.size() - 1), (same, value) -> change.apply(value));
        }
    }

    private void each(ValueType type, UnaryOperator<String> change) {
        plain(variable -> variable.as() == type)
                .forEach(name -> values.computeIfPresent(name, (same, value) -> change.apply(value)));
    }

    /** Names of variables that lead to no store or service and hold no secret. */
    private Stream<String> plain(Predicate<ContractVariable> wanted) {
        return variables().filter(wanted).filter(this::isPlain).map(ContractVariable::name);
    }

    private boolean isPlain(ContractVariable variable) {
        return !DeclaredNames.of(system).contains(variable.name());
    }

    private Stream<ContractVariable> variables() {
        return system.parity().map(Parity::variables).orElse(List.of()).stream();
    }

    private static String reversed(String list) {
        List<String> items = Arrays.asList(list.split(",", -1));
        Collections.reverse(items);
        return String.join(", ", items);
    }
}
