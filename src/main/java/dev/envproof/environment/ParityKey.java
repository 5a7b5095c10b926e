package dev.envproof.environment;

import dev.envproof.environment.Parity.Build;
import dev.envproof.environment.Parity.Comparison;
import dev.envproof.environment.Parity.ToldBy;
import dev.envproof.environment.yaml.Fields;
import dev.envproof.environment.yaml.Form;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decodes the key {@code parity} of {@code system.yaml}. */
final class ParityKey {
    private static final Form BUILD_NAME = Form.checking(
            BuildName.ACCEPTED, text -> BuildName.isOne(text) ? Optional.empty() : Optional.of("not a build's name"));
    private final Declared declared;

    ParityKey(Declared declared) {
        this.declared = declared;
    }

    Parity decode(Fields keys) {
        return new Parity(
                Set.copyOf(keys.texts("of", declared.environment())),
                keys.flag("closed", false),
                keys.namedOrWord("variables", Forms.VARIABLE, Comparison.class, ContractVariable::of, this::variable),
                keys.section("told-by", this::toldBy),
                keys.section("build", this::build).orElse(Build.UNDECLARED));
    }

    private ContractVariable variable(String name, Fields keys) {
        ValueType as = keys.word("as", ValueType.class, ValueType.TEXT);
        Comparison compare = keys.word("compare", Comparison.class, Comparison.EQUAL);
        ContractVariable variable = new ContractVariable(
                name,
                compare,
                as,
                keys.optionalValue("is", Forms.WORD),
                keys.namedValues("in", declared.environment(), Forms.WORD),
                keys.flag("optional", false),
                keys.flag("plain", false));
        if (compare == Comparison.ORDERED && !as.isOrdered()) {
            keys.report(
                    "compare",
                    "ordered, and the values have no order",
                    "ordered with `as: number`, `duration` or `level`");
        }
        variable.is().filter(value -> as.canonical(value).isEmpty()).ifPresent(value -> misfit(keys, "is", as));
        variable.in().forEach((environment, value) -> {
            if (as.canonical(value).isEmpty()) {
                misfit(keys, "in", as);
            }
        });
        return variable;
    }

    private static void misfit(Fields keys, String key, ValueType as) {
        String word = as.name().toLowerCase(Locale.ROOT);
        keys.report(key, "a value that is not what `as: " + word + "` says", as.says());
    }

    private ToldBy toldBy(Fields keys) {
        return new ToldBy(
                keys.text("service", declared.service()),
                keys.text("path", Forms.RELATIVE_PATH),
                keys.namedTexts("values", Forms.VARIABLE, Forms.POINTER));
    }

    private Build build(Fields keys) {
        return new Build(
                keys.word("compare", BuildComparison.class, BuildComparison.EXEMPT) == BuildComparison.EQUAL,
                keys.optionalText("digest", Forms.POINTER),
                names(keys.namedTexts("named", declared.environment(), BUILD_NAME)),
                keys.namedSwitchableTexts("version", declared.environment(), Forms.VERSION),
                keys.namedSwitchableTexts("rolling-from", declared.environment(), Forms.VERSION));
    }

    private static Map<String, BuildName> names(Map<String, String> forms) {
        Map<String, BuildName> names = new LinkedHashMap<>();
        forms.forEach((environment, form) -> names.put(environment, new BuildName(form)));
        return names;
    }

    private enum BuildComparison {
        EQUAL,
        EXEMPT
    }
}
