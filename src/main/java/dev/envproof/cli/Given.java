package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.environment.yaml.KeyPath;
import dev.envproof.environment.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;

/**
 * What followed a command's word: its options and the rest, apart.
 *
 * @param options those of the command that were given, with their values
 * @param words everything else, in order
 */
record Given(List<String> options, List<String> words) {
    Given {
        options = List.copyOf(options);
        words = List.copyOf(words);
    }

    /** @throws UnknownName with the first option that the command has not, and the nearest that it has */
    static Given to(Command command, List<String> arguments) {
        List<String> options = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.startsWith("-")) {
                words.add(argument);
            } else if (command.options().stream().anyMatch(option -> isGiven(option, argument))) {
                options.add(argument);
            } else {
                throw new UnknownName(command.name() + " " + KeyPath.shown(argument) + ": unknown flag"
                        + Nearest.question(argument.replaceFirst("(?s)=.*", "="), command.options()) + "\n"
                        + usage(command));
            }
        }
        return new Given(options, words);
    }

    /** One that ends in an equals sign takes a value. */
    private static boolean isGiven(String option, String argument) {
        return option.endsWith("=") ? argument.startsWith(option) : argument.equals(option);
    }

    boolean has(String option) {
        return options.contains(option);
    }

    /** @throws UnknownName that says what is missing or too much */
    static UnknownName wrong(Command command, String what) {
        return new UnknownName(command.name() + ": " + what + "\n" + usage(command));
    }

    private static String usage(Command command) {
        return "usage: envproof " + (command.name() + " " + command.takes()).strip();
    }
}
