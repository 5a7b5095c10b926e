package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import dev.envproof.run.Flags;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code -Dname=value} arguments, the same as Maven takes. */
record Arguments(List<String> given) {

    /** @throws UnknownName for an argument that is none of the flags, with the nearest one */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : given) {
            int equals = argument.indexOf('=');
            String name = argument.startsWith("-D") && equals > 0 ? argument.substring(2, equals) : argument;
            if (!Flags.NAMES.contains(name)) {
                throw new UnknownName(KeyPath.shown(argument) + ": unknown flag" + Nearest.question(name, Flags.NAMES)
                        + " known: -D" + String.join("=…, -D", Flags.NAMES) + "=…");
            }
            values.put(name, argument.substring(equals + 1));
        }
        return values;
    }
}
