package dev.envproof.cli;

import dev.envproof.fault.Deviation;
import dev.envproof.run.Flag;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of this program that stand in a shell's script; bash and zsh spell their cases alike. */
final class CompletionWords {
    private CompletionWords() {}

    /** The script with its places between at-signs filled in. */
    static String filledIn(String script) {
        return script.replace("@FAULTS@", joined(Deviation.all().map(Deviation::id)))
                .replace(
                        "@FLAGS@",
                        joined(Arrays.stream(Flag.values()).map(flag -> "-D" + flag.key() + "=")) + " "
                                + joined(Arguments.LONG.keySet().stream().sorted()) + " --help")
                .replace(
                        "@FILE_FLAGS@",
                        Arrays.stream(Flag.values())
                                .filter(flag -> flag.example().equals("FILE"))
                                .map(Flag::key)
                                .collect(Collectors.joining(" | ")))
                .replace("@COMMANDS@", joined(Commands.ALL.stream().map(Command::name)))
                .replace("@FLAG_VALUES@", flagValues())
                .replace("@COMMAND_WORDS@", commandWords());
    }

    private static String flagValues() {
        return Arrays.stream(Flag.values())
                .filter(flag -> flag.example().contains("|"))
                .map(flag -> "    " + flag.key() + ") printf '%s\\n' "
                        + flag.example().replace('|', ' ') + " ;;")
                .collect(Collectors.joining("\n"));
    }

    private static String commandWords() {
        return Commands.ALL.stream()
                .filter(command -> !command.name().equals("verify"))
                .map(command -> "    " + command.name() + ") known='"
                        + joined(Stream.concat(command.options().stream(), command.words().stream())) + " --help' ;;")
                .collect(Collectors.joining("\n"));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(" "));
    }
}
