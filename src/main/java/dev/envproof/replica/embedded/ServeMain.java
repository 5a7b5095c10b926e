package dev.envproof.replica.embedded;

import dev.envproof.environment.BadEnvironmentFiles;
import dev.envproof.environment.SystemUnderTest;
import dev.envproof.replica.ReplicaException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves a replica, or one part of it, in the foreground until its input ends or it is terminated. */
public final class ServeMain {
    /** What it answers to arguments that it does not know (BSD's EX_USAGE). */
    public static final int USAGE = 64;

    /** What {@code replica --help} prints. */
    public static final String HELP = """
            usage: replica [--write-env FILE]                    the whole replica
                   replica stores [--write-env FILE]             databases and gateways; writes FILE.<edge> per edge
                   replica service EDGE NAME [--write-env FILE]  one service of an edge
                   replica edge EDGE [--write-env FILE]          the front door of an edge
            It runs until its input ends or it is terminated. Once it is up it prints `ready` and the variables that
            reach it, or writes them to FILE, which only its owner may read: they are secrets, though of a replica that
            nobody else can use and that dies with this process.
            Its own settings: ENVPROOF_ENVIRONMENTS (environments), ENVPROOF_SYSTEM (job-platform; -Dsystem=NAME says the
            same), ENVPROOF_FAULTS (a comma list of ids), PORT (0: any free one); services and edges also take the
            deployment's variables.
            """;

    private static final String WRITE = "--write-env";

    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    public ServeMain(InputStream in, PrintStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new ServeMain(System.in, System.out, System.err).run(List.of(arguments), System.getenv()));
    }

    /** Returns when it has stopped, with the process's exit code. */
    public int run(List<String> arguments, Map<String, String> processEnvironment) {
        int write = arguments.indexOf(WRITE);
        List<String> what = write < 0 ? arguments : arguments.subList(0, write);
        Optional<Path> file = write >= 0 && arguments.size() == write + 2
                ? Optional.of(Path.of(arguments.get(write + 1)))
                : Optional.empty();
        if (write >= 0 && file.isEmpty()) {
            return usage();
        }
        try {
            ServeSettings settings = ServeSettings.of(processEnvironment);
            Optional<Served> served = served(what, settings);
            return served.isPresent() ? serve(served.get(), file) : usage();
        } catch (ReplicaException | BadEnvironmentFiles failed) {
            err.println(failed.getMessage());
            return USAGE;
        }
    }

    private Optional<Served> served(List<String> what, ServeSettings settings) {
        SystemUnderTest system = settings.system();
        boolean knowsEdge = what.size() >= 2 && system.edge(what.get(1)).isPresent();
        return switch (what.isEmpty() ? "replica" : what.get(0)) {
            case "replica" ->
                what.size() <= 1 ? Optional.of(new ServedReplica(settings, err::println)) : Optional.empty();
            case "stores" ->
                what.size() == 1 ? Optional.of(new ServedStores(settings, err::println)) : Optional.empty();
            case "service" ->
                knowsEdge && what.size() == 3 && system.service(what.get(2)).isPresent()
                        ? Optional.of(new ServedService(settings, what.get(1), what.get(2)))
                        : Optional.empty();
            case "edge" ->
                knowsEdge && what.size() == 2 ? Optional.of(new ServedEdge(settings, what.get(1))) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private int serve(Served served, Optional<Path> file) {
        AtExit.close(served);
        try (served) {
            served.start().forEach((edge, variables) -> tell(file, edge, variables));
            out.println("ready");
            waitForTheEnd();
        } finally {
            AtExit.forget(served);
        }
        return 0;
    }

    private void tell(Optional<Path> file, String edge, Map<String, String> variables) {
        if (file.isEmpty()) {
            out.print(edge.isEmpty() ? "" : "# edge " + edge + "\n");
            out.print(ExportFile.lines(variables));
            return;
        }
        String name = file.get().getFileName() + (edge.isEmpty() ? "" : "." + edge);
        ExportFile.write(file.get().resolveSibling(name), variables);
    }

    private void waitForTheEnd() {
        try {
            in.transferTo(OutputStream.nullOutputStream());
            err.println("replica: its input ended, so it stops");
        } catch (IOException broken) {
            err.println("replica: its input broke, so it stops: " + broken.getMessage());
        }
    }

    private int usage() {
        err.print(HELP);
        return USAGE;
    }
}
