package dev.envproof.environment.yaml;

import dev.envproof.environment.yaml.Node.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in <code>${NAME}</code> and <code>${NAME:default}</code>; <code>$${</code> stands for a literal <code>${</code>. */
final class VariableText {
    private static final Pattern OPENING =
            Pattern.compile("\\$\\$\\{|\\$\\{(?:([A-Za-z_][A-Za-z0-9_]*)(?::([^{}]*))?})?");
    private static final String FORMS = "${NAME}, ${NAME:default}, or $${ for the characters themselves";

    private final Map<String, String> processEnvironment;
    private final Problems problems;

    VariableText(Map<String, String> processEnvironment, Problems problems) {
        this.processEnvironment = processEnvironment;
        this.problems = problems;
    }

    Scalar fillIn(String key, Scalar scalar) {
        if (!scalar.written().contains("${")) {
            return scalar;
        }
        Filling filling = new Filling(key, scalar);
        String text =
                OPENING.matcher(scalar.written()).replaceAll(found -> Matcher.quoteReplacement(filling.valueOf(found)));
        return new Scalar(scalar.place(), text, scalar.written(), filling.type);
    }

    static Optional<String> firstName(String written) {
        return OPENING.matcher(written)
                .results()
                .flatMap(found -> Optional.ofNullable(found.group(1)).stream())
                .findFirst();
    }

    private final class Filling {
        private final String key;
        private final Scalar scalar;
        private Node.Type type = Node.Type.TEXT;

        private Filling(String key, Scalar scalar) {
            this.key = key;
            this.scalar = scalar;
        }

        private String valueOf(MatchResult found) {
            if (found.group().equals("$${")) {
                return "${";
            }
            String name = found.group(1);
            if (name == null) {
                return reported("`${` without a variable's name and `}`", FORMS);
            }
            if (String.valueOf(found.group(2)).startsWith("-")) {
                return reported("`${" + name + ":-` is a shell's default", "${" + name + ":default}, without the dash");
            }
            String value = processEnvironment.getOrDefault(name, found.group(2));
            if (value == null) {
                return reported("the variable " + name + " is not set", howToSet(name));
            }
            type = type == Node.Type.REPORTED ? type : Node.Type.FILLED_IN;
            return value;
        }

        private String reported(String seen, String accepted) {
            problems.add(scalar.place(), key, seen, accepted);
            type = Node.Type.REPORTED;
            return "";
        }
    }

    private static String howToSet(String name) {
        return "the variable set before the run, as " + name + "=..., or ${" + name + ":default} in the file";
    }
}
