package dev.envproof.cli;

import dev.envproof.run.Complaint;
import dev.envproof.run.Defect;
import java.nio.file.Path;
import java.util.List;

/** The jar's main: {@code java -jar envproof.jar [COMMAND] [ARGUMENT...]}. */
public final class Main {
    private final Session session;

    Main(Session session) {
        this.session = session;
    }

    public static void main(String[] arguments) {
        Session session = new Session(Path.of(""), System.getenv(), System.in, System.out, System.err);
        System.exit(new Main(session).run(List.of(arguments)).code());
    }

    ExitCode run(List<String> arguments) {
        try {
            boolean isNamed = !arguments.isEmpty() && isCommand(arguments.get(0));
            List<String> rest = isNamed ? arguments.subList(1, arguments.size()) : arguments;
            if (rest.stream().anyMatch(Usage.ASKED::contains)
                    || isNamed && arguments.get(0).equals(Usage.WORD)) {
                session.out().print(isNamed ? help(arguments) : Usage.text());
                return ExitCode.OPEN;
            }
            return (isNamed ? Commands.named(arguments.get(0)) : Commands.ALL.get(0)).run(rest, session);
        } catch (RuntimeException | Error failed) {
            // an error too: the JVM would end with 1, which says that a rule is broken
            return complain(failed);
        }
    }

    /** {@code help}, {@code help COMMAND} and {@code COMMAND --help}. */
    private static String help(List<String> arguments) {
        boolean byWord = arguments.get(0).equals(Usage.WORD);
        if (byWord && (arguments.size() == 1 || Usage.ASKED.contains(arguments.get(1)))) {
            return Usage.text();
        }
        return Commands.named(arguments.get(byWord ? 1 : 0)).help();
    }

    /** A word; what has a dash or an equals sign is, or was meant as, a flag. */
    private static boolean isCommand(String argument) {
        return !argument.startsWith("-") && !argument.contains("=");
    }

    private ExitCode complain(Throwable failed) {
        if (Complaint.of(failed).isPresent()) {
            session.err().println("envproof: " + Complaint.of(failed).get());
            return ExitCode.USAGE;
        }
        session.err().println("envproof: a defect of envproof itself; please report it with these lines");
        Defect.lines(failed).forEach(session.err()::println);
        return ExitCode.INTERNAL;
    }
}
