package dev.envproof.cli;

import dev.envproof.environment.UnknownName;
import dev.envproof.replica.embedded.ServeMain;
import dev.envproof.report.Reports;
import dev.envproof.run.Complaint;
import dev.envproof.run.Defect;
import dev.envproof.run.Flags;
import dev.envproof.run.Run;
import dev.envproof.run.VersionNeverAnswered;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The jar's main: {@code java -jar envproof.jar -Denv=staging -Dsuite=smoke}; {@code replica} serves one, {@code proof}
 * proves the rules, {@code import} writes the first files of a system.
 */
public final class Main {
    private final Path folder;
    private final PrintStream out;
    private final PrintStream err;

    /** @param folder where {@code environments/}, {@code suites/} and {@code reports/} are */
    Main(Path folder, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        if (!given.isEmpty() && given.get(0).equals("replica")) {
            ServeMain serve = new ServeMain(System.in, System.out, System.err);
            System.exit(serve.run(given.subList(1, given.size()), System.getenv()));
        }
        System.exit(new Main(Path.of(""), System.out, System.err)
                .run(given, System.getenv())
                .code());
    }

    ExitCode run(List<String> arguments, Map<String, String> processEnvironment) {
        try {
            boolean imports = !arguments.isEmpty() && arguments.get(0).equals("import");
            if (!imports && arguments.stream().anyMatch(Usage.ASKED::contains)) {
                out.print(Usage.TEXT);
                return ExitCode.OPEN;
            }
            if (!arguments.isEmpty() && arguments.get(0).equals("proof")) {
                ProofCommand proof = new ProofCommand(out, processEnvironment);
                return proof.run(arguments.subList(1, arguments.size())) ? ExitCode.OPEN : ExitCode.BROKEN;
            }
            if (imports) {
                new ImportCommand(out, folder).run(arguments.subList(1, arguments.size()));
                return ExitCode.OPEN;
            }
            try (Run run = Run.start(flags(arguments), processEnvironment, out::println)) {
                return ExitCode.of(run.gate());
            }
        } catch (RuntimeException failed) {
            return complain(failed);
        }
    }

    /** Like a run that fails to start, a mistyped flag leaves no verdict of an earlier run. */
    private Flags flags(List<String> arguments) {
        try {
            return Flags.of(folder, new Arguments(arguments).values());
        } catch (UnknownName mistyped) {
            Reports.claim(folder.resolve("reports")).close();
            throw mistyped;
        }
    }

    private ExitCode complain(RuntimeException failed) {
        if (Complaint.of(failed).isPresent()) {
            err.println("envproof: " + Complaint.of(failed).get());
            return failed instanceof VersionNeverAnswered ? ExitCode.CLOSED : ExitCode.USAGE;
        }
        err.println("envproof: a defect of envproof itself; please report it with these lines");
        Defect.lines(failed).forEach(err::println);
        return ExitCode.INTERNAL;
    }
}
