package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.run.Flags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code -Dname=value} arguments, the same as Maven takes. */
record Arguments(List<String> given) {
    /** Other runners' spelling of a flag, and the flag. */
    static final Map<String, String> LONG = Map.of("--shard", "-Dshard", "--expect-version", "-Dexpect.version");

    private static final String KNOWN = "known: -D" + String.join("=…, -D", Flags.NAMES) + "=…, --help";

    Arguments {
        given = spelledOut(given);
    }

    /** {@code --shard 2/4}, as other runners take it, is {@code -Dshard=2/4}; so is {@code --shard=2/4}. */
    private static List<String> spelledOut(List<String> given) {
        List<String> spelled = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            String argument = given.get(at);
            String flag = LONG.get(beforeEquals(argument));
            if (flag == null) {
                spelled.add(argument);
            } else if (argument.contains("=")) {
                spelled.add(flag + "=" + told(argument, argument.substring(argument.indexOf('=') + 1)));
            } else {
                spelled.add(at + 1 < given.size() ? flag + "=" + told(argument, given.get(++at)) : flag);
            }
        }
        return List.copyOf(spelled);
    }

    /** Who writes this form means a value: without it, something else than was asked for would be verified. */
    private static String told(String argument, String value) {
        if (value.isBlank()) {
            throw new UnknownName(KeyPath.shown(argument) + ": a blank value; accepted: " + beforeEquals(argument)
                    + " and its value, or neither");
        }
        return value;
    }

    /** A value may have several lines. */
    private static String beforeEquals(String argument) {
        return argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
    }

    /** @throws UnknownName with every argument that is none of the flags, each once, with its nearest one */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> complaints = new ArrayList<>();
        for (String argument : given) {
            Optional<String> complaint = complaint(argument, values);
            complaint.ifPresent(seen -> complaints.add(KeyPath.shown(argument) + ": " + seen));
            if (complaint.isEmpty()) {
                values.put(name(argument), argument.substring(argument.indexOf('=') + 1));
            }
        }
        if (!complaints.isEmpty()) {
            throw new UnknownName(String.join("\n", complaints));
        }
        return values;
    }

    private static Optional<String> complaint(String argument, Map<String, String> values) {
        String name = name(argument);
        if (!argument.startsWith("-D") || !Flags.NAMES.contains(name)) {
            String question = Nearest.to(name, Flags.NAMES)
                    .map(flag -> "; did you mean `-D" + flag + "=…`? ")
                    .orElse("; ");
            return Optional.of("unknown flag" + question + KNOWN);
        }
        if (!argument.contains("=")) {
            return Optional.of("no value; accepted: -D" + name + "=…");
        }
        return values.containsKey(name)
                ? Optional.of("given before; accepted: each flag once, a comma list where it takes one")
                : Optional.empty();
    }

    /** The word between the dashes and the equals sign, however it was begun. */
    private static String name(String argument) {
        return beforeEquals(argument).replaceFirst("^(-D|-+)", "");
    }
}
