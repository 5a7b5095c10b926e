package dev.envproof.replica.embedded;

import dev.envproof.environment.ContractVariable;
import dev.envproof.environment.Environment;
import dev.envproof.environment.Parity;
import dev.envproof.environment.Parity.Comparison;
import dev.envproof.environment.SystemUnderTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Healthy values of the variables that the parity contract names and nothing else sets. */
final class ParityVariables {
    private final SystemUnderTest system;

    ParityVariables(SystemUnderTest system) {
        this.system = system;
    }

    void put(Environment environment, Map<String, String> values) {
        variables().forEach(variable -> values.computeIfAbsent(variable.name(), name -> value(variable, environment)));
    }

    private List<ContractVariable> variables() {
        return system.parity().map(Parity::variables).orElse(List.of());
    }

    /** The declared value, else one that compares as declared. */
    String value(ContractVariable variable, Environment environment) {
        return variable.declaredIn(environment.name()).orElseGet(() -> madeUp(variable, environment));
    }

    private String madeUp(ContractVariable variable, Environment environment) {
        int place = system.promotion().indexOf(environment.name()) + 1;
        boolean differs = variable.compare() == Comparison.MUST_DIFFER;
        return switch (variable.as()) {
            case NUMBER -> String.valueOf(variable.compare() == Comparison.EQUAL ? 5 : 5 * place);
            case DURATION -> variable.compare() == Comparison.EQUAL ? "30" : 30 * place + "s";
            case FLAG -> "true";
            case LIST -> "extraction,default" + (differs ? "," + environment.name() : "");
            case LEVEL -> environment.logLevel();
            case MODE -> "production";
            case ZONE -> "UTC";
            case TEXT, WORD ->
                differs
                        ? "https://" + environment.name() + "." + system.name() + ".example"
                        : variable.name().toLowerCase(Locale.ROOT);
        };
    }
}
