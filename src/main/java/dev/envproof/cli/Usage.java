package dev.envproof.cli;

import dev.envproof.run.Flag;
import java.util.Set;

/** What the jar answers to {@code --help}; it fits a screen. */
final class Usage {
    static final String WORD = "help";
    static final Set<String> ASKED = Set.of("--help", "-h", "-help");

    private static final int COLUMN = 34;

    private Usage() {}

    static String text() {
        StringBuilder text = new StringBuilder("usage: java -jar envproof.jar [COMMAND] [ARGUMENT...]");
        text.append("   in a folder with environments/ and suites/\n\ncommands:\n");
        Commands.ALL.forEach(it -> text.append(line(COLUMN, (it.name() + " " + it.takes()).strip(), it.purpose())));
        text.append("\nflags of verify, the same as Maven's:\n");
        for (Flag flag : Flag.values()) {
            text.append(line(COLUMN, "-D" + flag.key() + "=" + flag.example(), flag.says()));
        }
        text.append("\nexit codes:\n");
        for (ExitCode code : ExitCode.values()) {
            text.append(line(4, String.valueOf(code.code()), code.says()));
        }
        return text.append("\nThe verdict is the last line; reports go to reports/. `COMMAND --help` tells more.\n")
                .toString();
    }

    private static String line(int column, String left, String right) {
        return "  " + left + " ".repeat(Math.max(1, column - left.length())) + right + "\n";
    }
}
